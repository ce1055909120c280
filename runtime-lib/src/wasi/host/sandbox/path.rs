//! Paths as text: what the guest gave, copied, checked and taken apart.

use alloc::vec::Vec;
use core::ffi::CStr;

use rustix::io::Errno;

use crate::memory::guest::GuestAddress;

/// Bytes of the longest path that Linux takes, the zero behind it included (`PATH_MAX`). Where the walk resolves paths, the
/// host sees no more than one component of them.
pub(super) const PATH_BYTES_MAX: usize = 4096;

/// A relative path from the guest.
#[derive(Clone, Debug)]
pub struct GuestPath {
    /// The text without trailing slashes, then a zero.
    bytes: Vec<u8>,
    /// Whether there were trailing slashes.
    names_directory: bool,
}

/// What a symbolic link is to say.
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

    /// The only component, if there is but one and it is a name.
    pub(super) fn single_name(&self) -> Result<Option<&CStr>, Errno> {
        let name = self.name()?;
        Ok((self.name_start() == 0 && !is_dots(name)).then_some(name))
    }

    /// Runs `operation` on everything before the last component; on `None` if there is only one.
    pub(super) fn with_parent<R>(
        &mut self,
        operation: impl FnOnce(Option<&CStr>) -> Result<R, Errno>,
    ) -> Result<R, Errno> {
        let Some(slash) = self.name_start().checked_sub(1) else { return operation(None) };
        // The slash is a zero for the time of the call, so that the front of the text is a C string.
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

/// Copies a text out of guest memory, puts a zero behind it, and checks what is true of every path.
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

/// Empty paths name nothing; the witx says that strings are UTF-8; a zero would end the path early for the host.
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
