//! The files that debug information refers to when a module has no DWARF: its source map, which is read here, and the
//! text that wasmc makes for debuggers. None of them is needed for the program, so a missing one is a warning.

use std::path::{Path, PathBuf};

use wasmc_compiler::{ModuleFiles, source_map_sources, source_map_url};

use crate::diagnostics::escape;
use crate::input::{Contents, Input};

/// The files of one module.
#[derive(Debug, Default)]
pub(crate) struct DebugFiles {
    /// The path of the module.
    pub(crate) path: Option<String>,
    /// The directory to which the names in its source map are relative.
    pub(crate) source_directory: Option<String>,
    /// The contents of its source map.
    pub(crate) source_map: Option<Vec<u8>>,
    /// The path of the text that is made if there is nothing else.
    pub(crate) text_path: Option<String>,
}

impl DebugFiles {
    /// Finds the files of a module, and reads its source map. Gives a message if that is not there.
    pub(crate) fn find(input: &Input, module: &Contents) -> (DebugFiles, Option<String>) {
        let Input::File(path) = input else { return (DebugFiles::default(), None) };
        let files = DebugFiles { path: Some(absolute(path)), ..DebugFiles::default() };
        let Some(url) = source_map_url(&module.bytes) else { return (files, None) };
        let map = Input::File(map_path(path, &url)).read();
        match map {
            Ok(map) => {
                let source_directory = source_directory(path, &map.bytes);
                (DebugFiles { source_map: Some(map.bytes), source_directory, ..files }, None)
            }
            Err(failure) => {
                let url = escape(&url);
                (files, Some(format!("the source map '{url}' is not used: {}", failure.message())))
            }
        }
    }

    /// The files as the library takes them.
    pub(crate) fn module_files(&self) -> ModuleFiles<'_> {
        ModuleFiles {
            path: self.path.clone(),
            source_directory: self.source_directory.clone(),
            source_map: self.source_map.as_deref(),
            text_path: self.text_path.clone(),
        }
    }
}

/// The path of a source map. A map on a server is looked for beside the module.
fn map_path(module: &Path, url: &str) -> PathBuf {
    let is_remote = url.starts_with("http:") || url.starts_with("https:");
    let path = match url.strip_prefix("file://") {
        Some(path) => path,
        None if is_remote => url.split(['?', '#']).next().and_then(|url| url.rsplit('/').next()).unwrap_or(url),
        None => url,
    };
    module.parent().unwrap_or(Path::new("")).join(path)
}

/// The directory in which a source of a map is. Compilers name sources from the directory in which they were called:
/// that of the module, one above it, or the current one.
fn source_directory(module: &Path, map: &[u8]) -> Option<String> {
    let module = absolute(module);
    let sources = source_map_sources(map, &module);
    let has_source = |directory: &&Path| sources.iter().any(|source| directory.join(source).is_file());
    let above = Path::new(&module).ancestors().skip(1);
    above.chain([Path::new(".")]).find(has_source).map(absolute)
}

/// A path that is valid in each directory, as text.
pub(crate) fn absolute(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_map_is_beside_its_module() {
        let path = |url| map_path(Path::new("build/app.wasm"), url);
        assert_eq!(path("./app.wasm.map"), Path::new("build/./app.wasm.map"));
        assert_eq!(path("http://127.0.0.1:80/x/app.wasm.map?v=1"), Path::new("build/app.wasm.map"));
        assert_eq!(path("/abs/app.map"), Path::new("/abs/app.map"));
        assert_eq!(path("file:///abs/app.map"), Path::new("/abs/app.map"));
    }

    #[test]
    fn a_missing_map_is_a_message() {
        let place = tempfile::tempdir().expect("a temporary directory");
        // A custom section, id 0, of a name and a URL.
        let mut bytes = b"\0asm\x01\0\0\0\0\x17\x10sourceMappingURL\x05a.map".to_vec();
        let input = Input::File(place.path().join("app.wasm"));
        let contents = |bytes: &[u8]| Contents { bytes: bytes.into(), identity: None };
        let (files, message) = DebugFiles::find(&input, &contents(&bytes));
        assert!(files.source_map.is_none());
        assert!(message.is_some_and(|message| message.starts_with("the source map 'a.map' is not used: cannot read")));
        std::fs::write(place.path().join("a.map"), "{}").expect("writable");
        assert_eq!(DebugFiles::find(&input, &contents(&bytes)).0.source_map.as_deref(), Some(&b"{}"[..]));
        bytes.truncate(8);
        assert!(DebugFiles::find(&input, &contents(&bytes)).1.is_none());
    }

    #[test]
    fn sources_are_where_the_compiler_was_called() {
        let place = tempfile::tempdir().expect("a temporary directory");
        std::fs::create_dir_all(place.path().join("assembly")).expect("writable");
        std::fs::write(place.path().join("assembly/index.ts"), "").expect("writable");
        let map = br#"{"version":3,"sourceRoot":"./app","sources":["~lib/rt.ts","assembly/index.ts"]}"#;
        let directory = |module: &str| source_directory(&place.path().join(module), map);
        assert_eq!(directory("build/app.wasm"), Some(absolute(place.path())));
        assert_eq!(directory("build/main.wasm"), None);
    }
}
