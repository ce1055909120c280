//! Folders of files: a fresh copy before a run, and a listing of changed files after it.
//!
//! Tests compare listings as text, so a listing must not contain times, inode numbers or any other value that differs
//! from run to run.

use crate::{Failure, context};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Copies a folder and all in it; symbolic links stay links. A source that is not there is an empty one.
pub fn copy_tree(from: &Path, to: &Path) -> Result<(), Failure> {
    context(fs::create_dir_all(to), to.display())?;
    if !from.exists() {
        return Ok(());
    }
    for entry in context(fs::read_dir(from), from.display())? {
        let entry = context(entry, from.display())?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let kind = context(entry.file_type(), source.display())?;
        if kind.is_dir() {
            copy_tree(&source, &target)?;
        } else if kind.is_symlink() {
            let link = context(fs::read_link(&source), source.display())?;
            context(std::os::unix::fs::symlink(link, &target), target.display())?;
        } else {
            context(fs::copy(&source, &target), target.display())?;
        }
    }
    Ok(())
}

/// The differences between two folders, one line each. For entries that are new or different in `after`:
/// `+ path  size  sha256` for a file, `+ path/` for a folder, `+ path -> target` for a symbolic link. For entries that
/// are only in `before`: `- path`. Times and inode numbers are left out, because they differ from run to run.
pub fn list_tree(before: &Path, after: &Path) -> Result<String, Failure> {
    let (old, new) = (entries(before)?, entries(after)?);
    let mut text = String::new();
    for (path, entry) in &new {
        if old.get(path) != Some(entry) {
            let _ = writeln!(text, "+ {path}{entry}");
        }
    }
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        let _ = writeln!(text, "- {path}");
    }
    Ok(text)
}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Everything below a folder, by relative path, each with its description in a listing.
pub(crate) fn entries(root: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut found = BTreeMap::new();
    if root.exists() {
        visit(root, "", &mut found)?;
    }
    Ok(found)
}

fn visit(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    for entry in context(fs::read_dir(folder), folder.display())? {
        let entry = context(entry, folder.display())?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = context(entry.file_type(), &path)?;
        let description = if kind.is_dir() {
            visit(&entry.path(), &format!("{path}/"), found)?;
            "/".into()
        } else if kind.is_symlink() {
            format!(" -> {}", context(fs::read_link(entry.path()), &path)?.display())
        } else {
            let bytes = context(fs::read(entry.path()), &path)?;
            format!("  {}  {}", bytes.len(), sha256(&bytes))
        };
        found.insert(path, description);
    }
    Ok(())
}
