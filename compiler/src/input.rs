//! From the bytes of a file to a binary module. Text is assembled; a file of another kind is refused by the name of
//! that kind. Everything after this file works on binaries and must not look at the file again, except for [`locate`]
//! after an error.

mod text;

use std::borrow::Cow;

use wasmparser::{Parser, Payload};

use crate::error::{Error, Result};
use crate::module::custom;
use crate::{debuginfo, inspect};

pub use text::TextPosition;
pub(crate) use text::positions;

/// The first bytes of every binary (core specification, 5.5.16).
const MAGIC: &[u8] = b"\0asm";

/// Bytes 6 and 7 of a component, where a module has zeros.
const COMPONENT_LAYER: [u8; 2] = [1, 0];

/// The largest binary that offsets of 32 bits can describe.
const BINARY_BYTES_MAX: usize = u32::MAX as usize;

/// The binary module in `bytes`, assembled if it is text.
///
/// # Errors
/// [`Error::Invalid`] with the kind of file that the bytes seem to be; [`Error::InText`] for an error in text.
pub(crate) fn binary(bytes: &[u8]) -> Result<Cow<'_, [u8]>> {
    if bytes.len() > BINARY_BYTES_MAX {
        return Err(Error::Limit { message: format!("the module has {} bytes; the most is 4 GiB", bytes.len()) });
    }
    // A file cut short within its magic is a binary too: the parser says where it ends.
    if bytes.starts_with(MAGIC) || (MAGIC.starts_with(bytes) && !bytes.is_empty()) {
        return module(Cow::Borrowed(bytes));
    }
    if inspect::is_compiled(bytes) {
        return Err(Error::Invalid {
            message: "the file is compiled already: wasmc made it, and it is not a WebAssembly module".into(),
            offset: None,
            hint: Some("run it without wasmc, or give the module that it was made from".into()),
        });
    }
    if let Some(what) = recognize(bytes) {
        return Err(Error::Invalid {
            message: format!("the file is {what}, not a WebAssembly module"),
            offset: None,
            hint: Some("give a .wasm binary or .wat text".into()),
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Error::Invalid {
        message: "the file is neither a WebAssembly binary (it does not start with \\0asm) nor text".into(),
        offset: None,
        hint: Some("give a .wasm binary or .wat text".into()),
    })?;
    module(Cow::Owned(text::assemble(text)?))
}

/// The URL of the file with the source map of a module in binary form, if it names one. A map that is in the module
/// itself is not in a file.
///
/// # Examples
/// ```
/// assert_eq!(wasmc_compiler::source_map_url(b"(module)"), None);
/// ```
pub fn source_map_url(bytes: &[u8]) -> Option<String> {
    let sections = Parser::new(0).parse_all(bytes).map_while(std::result::Result::ok);
    let url = sections.filter_map(|payload| match payload {
        Payload::CustomSection(section) if section.name() == custom::SOURCE_MAP => {
            custom::source_mapping_url(section.data(), section.data_offset())
        }
        _ => None,
    });
    url.last().filter(|url| !debuginfo::is_data(url)).map(str::to_owned)
}

/// An error about the binary of this file, with its place in the text if the file is text.
pub(crate) fn locate(bytes: &[u8], binary: &[u8], error: Error) -> Error {
    let offset = match &error {
        Error::Invalid { offset, .. } | Error::Unsupported { offset, .. } | Error::TurnedOff { offset, .. } => *offset,
        _ => None,
    };
    let text = std::str::from_utf8(bytes).ok().filter(|_| !bytes.starts_with(MAGIC));
    let position = text.zip(offset).and_then(|(text, offset)| text::position(text, binary, offset));
    match position {
        Some(position) => Error::InText { error: Box::new(error), position },
        None => error,
    }
}

/// The binary, unless it is a component: another format with the same magic number, told apart by the layer in the
/// upper half of its version (component model, "Binary Format").
fn module(binary: Cow<'_, [u8]>) -> Result<Cow<'_, [u8]>> {
    if binary.get(6..8) != Some(&COMPONENT_LAYER) {
        return Ok(binary);
    }
    Err(Error::Invalid {
        message: "the file is a component, not a module".into(),
        offset: None,
        hint: Some("wasmc takes core modules: use the one inside, or build for WASI preview 1 (wasm32-wasip1)".into()),
    })
}

/// The name of a kind of file that is often given by mistake.
fn recognize(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 8] = [
        (b"\x7fELF", "an ELF file"),
        (b"\xcf\xfa\xed\xfe", "a Mach-O file"),
        (b"MZ", "a Windows executable"),
        (b"\x1f\x8b", "gzip data"),
        (b"\x28\xb5\x2f\xfd", "zstd data"),
        (b"PK\x03\x04", "a zip archive"),
        (b"!<arch>", "an archive of objects"),
        (b"BC\xc0\xde", "LLVM bitcode"),
    ];
    if bytes.is_empty() {
        return Some("empty");
    }
    let page = |magic: &&[u8]| bytes.get(..magic.len()).is_some_and(|start| start.eq_ignore_ascii_case(magic));
    if [&b"<!doctype"[..], b"<html"].iter().any(page) {
        return Some("HTML");
    }
    KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_assembled_and_strangers_are_named() {
        assert!(binary(b"(module)").expect("text").starts_with(MAGIC));
        for (bytes, what) in [
            (&b"\x7fELF\x02"[..], "ELF"),
            (b"", "empty"),
            (b"\xff\xfe", "neither"),
            (b"hi", ""),
            (b"(component)", "component"),
        ] {
            let error = binary(bytes).expect_err("not a module");
            assert!(error.to_string().contains(what), "{error}");
            assert!(error.hint().is_some());
        }
    }
}
