//! Paths as text: copied out of guest memory, checked, and split at the last component.
//!
//! **Security-critical.** The copy is made once, so that no other thread of the guest can change a path after its
//! check.
//!
//! What must not happen here: a system call, or a second read of guest memory.

use alloc::vec::Vec;
use core::ffi::CStr;

use rustix::io::Errno;

use crate::memory::guest::GuestAddress;

/// Bytes of the longest path that Linux takes, with the zero at its end (`PATH_MAX`). The walk passes single components
/// to the host, whose limit may be smaller.
pub(super) const PATH_BYTES_MAX: usize = 4096;

/// A relative path from the guest.
#[derive(Clone, Debug)]
pub struct GuestPath {
    /// The text without trailing slashes, then a zero.
    bytes: Vec<u8>,
    /// Whether there were trailing slashes.
    names_directory: bool,
}

/// The target of a symbolic link that the guest makes.
#[derive(Clone, Debug)]
pub struct LinkTarget {
    /// The text, then a zero.
    bytes: Vec<u8>,
}

impl GuestPath {
    /// Copies a path out of guest memory.
    pub fn copy_in(address: GuestAddress, bytes: u32) -> Result<GuestPath, Errno> {
        GuestPath::new(copy_text(address, bytes)?)
    }

    /// Takes a text that ends with a zero.
    pub(super) fn new(mut bytes: Vec<u8>) -> Result<GuestPath, Errno> {
        if bytes.first() == Some(&b'/') {
            return Err(Errno::PERM);
        }
        bytes.pop();
        let with_slashes = bytes.len();
        while bytes.last() == Some(&b'/') {
            bytes.pop();
        }
        let names_directory = bytes.len() != with_slashes;
        bytes.push(0);
        Ok(GuestPath { bytes, names_directory })
    }

    /// The path without trailing slashes.
    pub fn text(&self) -> Result<&CStr, Errno> {
        CStr::from_bytes_with_nul(&self.bytes).map_err(|_| Errno::INVAL)
    }

    /// Whether it ended with a slash, and so is the path of a directory.
    pub fn names_directory(&self) -> bool {
        self.names_directory
    }

    /// The last component.
    pub(super) fn name(&self) -> Result<&CStr, Errno> {
        let name = self.bytes.get(self.name_start()..).unwrap_or_default();
        CStr::from_bytes_with_nul(name).map_err(|_| Errno::INVAL)
    }

    /// The only component; `None` if there are several, or if it is `.` or `..`.
    pub(super) fn single_name(&self) -> Result<Option<&CStr>, Errno> {
        let name = self.name()?;
        Ok((self.name_start() == 0 && !is_dots(name)).then_some(name))
    }

    /// Runs `operation` on the path without its last component; on `None` if it has only one.
    pub(super) fn with_parent<R>(
        &mut self,
        operation: impl FnOnce(Option<&CStr>) -> Result<R, Errno>,
    ) -> Result<R, Errno> {
        let Some(slash) = self.name_start().checked_sub(1) else { return operation(None) };
        // During the call a zero replaces the slash, which makes the front of the text a C string.
        self.set(slash, 0);
        let parent = CStr::from_bytes_until_nul(&self.bytes).map_err(|_| Errno::INVAL);
        let result = parent.and_then(|parent| operation(Some(parent)));
        self.set(slash, b'/');
        result
    }

    fn set(&mut self, index: usize, byte: u8) {
        if let Some(place) = self.bytes.get_mut(index) {
            *place = byte;
        }
    }

    /// Where the last component begins.
    fn name_start(&self) -> usize {
        self.bytes.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1)
    }
}

impl LinkTarget {
    /// Copies a link's text out of guest memory.
    pub fn copy_in(address: GuestAddress, bytes: u32) -> Result<LinkTarget, Errno> {
        LinkTarget::new(copy_text(address, bytes)?)
    }

    /// Takes a text that ends with a zero.
    pub(super) fn new(bytes: Vec<u8>) -> Result<LinkTarget, Errno> {
        if bytes.first() == Some(&b'/') { Err(Errno::PERM) } else { Ok(LinkTarget { bytes }) }
    }

    /// The text.
    pub(super) fn text(&self) -> Result<&CStr, Errno> {
        CStr::from_bytes_with_nul(&self.bytes).map_err(|_| Errno::INVAL)
    }
}

/// Whether a component is `.` or `..`.
pub(super) fn is_dots(name: &CStr) -> bool {
    matches!(name.to_bytes(), b"." | b"..")
}

/// Copies a text out of guest memory, appends a zero, and makes the checks that all paths must pass.
fn copy_text(address: GuestAddress, bytes: u32) -> Result<Vec<u8>, Errno> {
    let range = address.range(bytes)?;
    let length = bytes as usize;
    if length >= PATH_BYTES_MAX {
        return Err(Errno::NAMETOOLONG);
    }
    let mut text = Vec::new();
    text.try_reserve_exact(length + 1).map_err(|_| Errno::NOMEM)?;
    text.resize(length, 0);
    range.copy_to(&mut text);
    check_text(&text)?;
    text.push(0);
    Ok(text)
}

/// Refuses an empty path, which names no file; text that is not UTF-8, as the witx says; and a zero, which would end
/// the path early for the host.
pub(super) fn check_text(text: &[u8]) -> Result<(), Errno> {
    if text.is_empty() {
        return Err(Errno::NOENT);
    }
    if core::str::from_utf8(text).is_err() {
        return Err(Errno::ILSEQ);
    }
    if text.contains(&0) { Err(Errno::INVAL) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::guest::test_memory;

    fn copy(text: &[u8]) -> Result<GuestPath, Errno> {
        test_memory::put(0, text);
        GuestPath::copy_in(test_memory::at(0), text.len() as u32)
    }

    #[test]
    fn bad_texts_are_refused() {
        test_memory::install();
        assert_eq!(copy(b"").err(), Some(Errno::NOENT));
        assert_eq!(copy(b"/a").err(), Some(Errno::PERM));
        assert_eq!(copy(b"/").err(), Some(Errno::PERM));
        assert_eq!(copy(b"a\0").err(), Some(Errno::INVAL));
        assert_eq!(copy(b"a\xff").err(), Some(Errno::ILSEQ));
        assert_eq!(copy(&[b'a'; 4096]).err(), Some(Errno::NAMETOOLONG));
        assert!(copy(&[b'a'; 4095]).is_ok());
        assert_eq!(GuestPath::copy_in(test_memory::at(65530), 70_000).err(), Some(Errno::FAULT));
    }

    #[test]
    fn paths_are_taken_apart() {
        test_memory::install();
        let mut path = copy(b"a/b//c///").expect("a good path");
        assert!(path.names_directory());
        assert_eq!(path.text(), Ok(c"a/b//c"));
        assert_eq!(path.name(), Ok(c"c"));
        assert_eq!(path.single_name(), Ok(None));
        assert_eq!(path.with_parent(|parent| Ok(parent.map(CStr::to_owned))), Ok(Some(c"a/b/".to_owned())));
        assert_eq!(path.text(), Ok(c"a/b//c"));
        let mut single = copy(b"a").expect("a good path");
        assert_eq!(single.single_name(), Ok(Some(c"a")));
        assert_eq!(single.with_parent(|parent| Ok(parent.is_none())), Ok(true));
        assert_eq!(copy(b"..").expect("a good path").single_name(), Ok(None));
    }
}
