//! A file system in memory for the linker.
//!
//! The linker reads its inputs here and writes its output here, so a build leaves no temporary files and depends on
//! none. No function here may fall back to the real file system.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Error as IoError, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use libwild::error::Result;
use libwild::{FileSystem, FileType, InputFileData, OutputFileData, OutputOptions};

/// Files by name. Clones share them.
#[derive(Clone, Default)]
pub(super) struct MemoryFiles {
    files: Arc<Mutex<HashMap<PathBuf, Contents>>>,
}

type Contents = Arc<Vec<u8>>;

impl MemoryFiles {
    /// Adds a file.
    pub(super) fn add(&self, name: &str, bytes: Vec<u8>) {
        self.files().insert(name.into(), Arc::new(bytes));
    }

    /// Removes a file and returns its contents.
    pub(super) fn take(&self, name: &str) -> Option<Vec<u8>> {
        let contents = self.files().remove(Path::new(name))?;
        Some(Arc::unwrap_or_clone(contents))
    }

    /// A lock is poisoned by a panic while it is held. No code here panics then, so the files are intact in any case.
    fn files(&self) -> MutexGuard<'_, HashMap<PathBuf, Contents>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, path: &Path) -> Result<Contents> {
        self.files().get(path).cloned().ok_or_else(|| not_found(path))
    }
}

fn not_found(path: &Path) -> libwild::error::Error {
    IoError::new(ErrorKind::NotFound, format!("no file '{}'", path.display())).into()
}

/// A file that the linker reads.
#[derive(Debug)]
pub(super) struct Input(Contents);

impl InputFileData for Input {
    fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A file that the linker writes. Others see it when it is finished.
pub(super) struct Output {
    path: PathBuf,
    bytes: Vec<u8>,
    files: MemoryFiles,
}

impl OutputFileData for Output {
    fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    fn finish(self) -> Result {
        self.files.files().insert(self.path, Arc::new(self.bytes));
        Ok(())
    }
}

impl FileSystem for MemoryFiles {
    type Input = Input;
    type Output = Output;

    fn open_input(&self, path: &Path, _prepopulate_maps: bool) -> Result<(Input, Option<Arc<File>>)> {
        Ok((Input(self.find(path)?), None))
    }

    fn file_type(&self, path: &Path) -> Result<FileType> {
        self.find(path).map(|_| FileType::File)
    }

    fn canonicalize(&self, path: &Path) -> Result<PathBuf> {
        Ok(path.to_path_buf())
    }

    fn rename_file(&self, path: &Path, new_path: &Path) -> Result<()> {
        let contents = self.files().remove(path).ok_or_else(|| not_found(path))?;
        self.files().insert(new_path.to_path_buf(), contents);
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> Result<()> {
        self.files().remove(path).map(|_| ()).ok_or_else(|| not_found(path))
    }

    fn create_output(&self, path: Arc<Path>, options: OutputOptions) -> Result<Output> {
        let size = usize::try_from(options.size).map_err(|_| libwild::error!("the output is too large"))?;
        Ok(Output { path: path.to_path_buf(), bytes: vec![0; size], files: self.clone() })
    }

    fn write_auxiliary(&self, path: &Path, bytes: &[u8]) -> Result {
        self.files().insert(path.to_path_buf(), Arc::new(bytes.to_vec()));
        Ok(())
    }
}
