//! Reads the parts of a Mach-O file that this suite checks: header, load commands, segments (`mach-o/loader.h`).
//!
//! It is independent of the linker under test and must not share code with it. It supports only correct files:
//! everything unexpected is an error that ends the trial.

use wasmc_tests::Failure;

/// The place of the signature, ad-hoc or otherwise.
pub(crate) const LC_CODE_SIGNATURE: u32 = 0x1d;
/// The build's own number, which dyld of newer systems demands.
pub(crate) const LC_UUID: u32 = 0x1b;
/// The place of `main`.
pub(crate) const LC_MAIN: u32 = 0x8000_0028;
/// The platform and its versions.
pub(crate) const LC_BUILD_VERSION: u32 = 0x32;
const LC_SEGMENT_64: u32 = 0x19;
const HEADER_BYTES: usize = 32;

/// A file and its load commands.
pub(crate) struct File<'a> {
    bytes: &'a [u8],
    /// Kind and bytes of each load command, in order.
    commands: Vec<(u32, &'a [u8])>,
}

/// A segment.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    /// `__TEXT` and the like.
    pub name: String,
    /// Its address in memory.
    pub address: u64,
    /// How long it is there.
    pub bytes: u64,
    /// Its offset in the file.
    pub file_offset: u64,
    /// How long it is there.
    pub file_bytes: u64,
}

impl<'a> File<'a> {
    /// Reads the load commands.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<File<'a>, Failure> {
        if u32_at(bytes, 0)? != 0xfeed_facf {
            return Err("no 64-bit Mach-O file".into());
        }
        let (count, mut at) = (u32_at(bytes, 16)?, HEADER_BYTES);
        let mut commands = Vec::new();
        for _ in 0..count {
            let (kind, length) = (u32_at(bytes, at)?, u32_at(bytes, at + 4)? as usize);
            commands.push((kind, part(bytes, at, length)?));
            at += length;
        }
        Ok(File { bytes, commands })
    }

    /// The only load command of this kind, if there is one.
    pub(crate) fn command(&self, kind: u32) -> Result<Option<&'a [u8]>, Failure> {
        let mut found = self.commands.iter().filter(|(other, _)| *other == kind).map(|(_, bytes)| *bytes);
        match (found.next(), found.next()) {
            (first, None) => Ok(first),
            _ => Err(format!("more than one load command {kind:#x}")),
        }
    }

    /// The segments, in order.
    pub(crate) fn segments(&self) -> Result<Vec<Segment>, Failure> {
        let segments = self.commands.iter().filter(|(kind, _)| *kind == LC_SEGMENT_64);
        segments.map(|(_, command)| Segment::read(command)).collect()
    }

    /// The segment of this name.
    pub(crate) fn segment(&self, name: &str) -> Result<Segment, Failure> {
        let found = self.segments()?.into_iter().find(|segment| segment.name == name);
        found.ok_or_else(|| format!("no segment {name}"))
    }

    /// A part of the file that a `linkedit_data_command` names.
    pub(crate) fn linkedit_data(&self, command: &[u8]) -> Result<(usize, &'a [u8]), Failure> {
        let (offset, length) = (u32_at(command, 8)? as usize, u32_at(command, 12)? as usize);
        Ok((offset, part(self.bytes, offset, length)?))
    }

    /// All of the file.
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }
}

impl Segment {
    fn read(command: &[u8]) -> Result<Segment, Failure> {
        let name = part(command, 8, 16)?.split(|&byte| byte == 0).next().unwrap_or_default();
        Ok(Segment {
            name: String::from_utf8_lossy(name).into_owned(),
            address: u64_at(command, 24)?,
            bytes: u64_at(command, 32)?,
            file_offset: u64_at(command, 40)?,
            file_bytes: u64_at(command, 48)?,
        })
    }
}

/// Part of some bytes, if it is there.
pub(crate) fn part(bytes: &[u8], offset: usize, length: usize) -> Result<&[u8], Failure> {
    let end = offset.checked_add(length);
    end.and_then(|end| bytes.get(offset..end))
        .ok_or_else(|| format!("{length} bytes at {offset:#x}, of {} in all", bytes.len()))
}

/// A number in the file's order.
pub(crate) fn u32_at(bytes: &[u8], offset: usize) -> Result<u32, Failure> {
    Ok(u32::from_le_bytes(part(bytes, offset, 4)?.try_into().expect("four bytes")))
}

/// A number in the file's order.
pub(crate) fn u64_at(bytes: &[u8], offset: usize) -> Result<u64, Failure> {
    Ok(u64::from_le_bytes(part(bytes, offset, 8)?.try_into().expect("eight bytes")))
}
