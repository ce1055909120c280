//! The sources of the runtime libraries, and their hash.
//!
//! Two programs compute it and must agree: the compiler's build script, which refuses libraries of other sources, and
//! `runtime-lib/builder`, which records it. So both compile this file.

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Files and folders that decide the bytes of the libraries: the runtime, its contract with the compiler, the crate
/// that makes an archive of them, the builder, and the writer of archives, which the compiler and the builder share.
const SOURCES: [&str; 2] = ["runtime-lib", "compiler/src/link/ar.rs"];

/// The part of the root manifest that their manifests inherit. The rest of it (dependencies of the compiler, lints)
/// decides nothing here.
const INHERITED: &str = "[workspace.package]";

/// Extensions of sources. Other files, such as an editor's backups, are not read by cargo.
const EXTENSIONS: [&str; 3] = ["rs", "toml", "lock"];

/// All source files, by their paths from the root, sorted.
pub(crate) fn files(root: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(root, source, &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn collect(root: &Path, path: &str, files: &mut Vec<String>) -> io::Result<()> {
    if !root.join(path).is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(root.join(path))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_source =
            Path::new(&name).extension().is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known));
        let is_folder = entry.file_type()?.is_dir();
        if if is_folder { name != "target" } else { is_source } {
            collect(root, &format!("{path}/{name}"), files)?;
        }
    }
    Ok(())
}

/// The hash of all sources: of each file its path, its length and its contents.
pub(crate) fn hash(root: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut add = |path: &str, content: &[u8]| {
        hash.update(format!("{path}\n{}\n", content.len()));
        hash.update(content);
    };
    for path in files(root)? {
        add(&path, &fs::read(root.join(&path))?);
    }
    add("Cargo.toml", inherited(&fs::read_to_string(root.join("Cargo.toml"))?).as_bytes());
    Ok(hexadecimal(&hash.finalize()))
}

/// The lines of a table, up to the next one.
fn inherited(manifest: &str) -> String {
    let lines = manifest.lines().skip_while(|line| *line != INHERITED);
    let count = lines.clone().skip(1).take_while(|line| !line.starts_with('[')).count();
    lines.take(1 + count).flat_map(|line| [line.trim(), "\n"]).collect()
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_inherited_table_of_the_root_manifest_counts() {
        let manifest =
            "[workspace]\nmembers = []\n\n[workspace.package]\nversion = \"1\"\n\n[workspace.dependencies]\nx = 1\n";
        assert_eq!(inherited(manifest), "[workspace.package]\nversion = \"1\"\n\n");
        assert_eq!(inherited(manifest), inherited(&manifest.replace("x = 1", "x = 2")));
    }

    #[test]
    fn the_hash_follows_sources_and_nothing_else() {
        let root = std::env::temp_dir().join(format!("wasmc-sources-{}", std::process::id()));
        let write = |path: &str, content: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
            fs::write(path, content).expect("a temporary file");
            hash(&root).expect("all sources are there")
        };
        fs::create_dir_all(root.join("compiler/src/link")).expect("a temporary folder");
        fs::write(root.join("compiler/src/link/ar.rs"), "").expect("a temporary file");
        fs::create_dir_all(root.join("runtime-lib")).expect("a temporary folder");
        fs::write(root.join("Cargo.toml"), "[workspace.package]\nversion = \"1\"\n").expect("a temporary file");

        let first = write("runtime-lib/src/lib.rs", "one");
        for (path, content) in
            [("runtime-lib/src/lib.rs~", "0"), ("runtime-lib/target/x.rs", "0"), ("compiler/x.rs", "0")]
        {
            assert_eq!(write(path, content), first, "{path}");
        }
        let mut seen = vec![first];
        for (path, content) in [
            ("runtime-lib/src/lib.rs", "two"),
            ("runtime-lib/src/new.rs", ""),
            ("runtime-lib/archive/Cargo.lock", "0"),
            ("compiler/src/link/ar.rs", "0"),
            ("Cargo.toml", "[workspace.package]\nversion = \"2\"\n"),
        ] {
            let hash = write(path, content);
            assert!(!seen.contains(&hash), "{path}");
            seen.push(hash);
        }
        fs::remove_dir_all(&root).expect("the temporary folder is there");
    }

    #[test]
    fn the_sources_are_those_of_the_runtime_and_its_builder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let files = files(&root).expect("the sources are there");
        for file in [
            "compiler/src/link/ar.rs",
            "runtime-lib/abi/src/lib.rs",
            "runtime-lib/archive/Cargo.lock",
            "runtime-lib/builder/src/main.rs",
            "runtime-lib/src/lib.rs",
        ] {
            assert!(files.iter().any(|path| path == file), "{file}");
        }
        assert!(files.iter().all(|path| !path.contains("/target/")));
    }
}
