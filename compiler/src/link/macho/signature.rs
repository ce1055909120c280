//! Writes the ad-hoc code signature: hashes of all pages of the file (XNU, `osfmk/kern/cs_blobs.h`, whose names are
//! used here).
//!
//! The kernel of Apple silicon starts no program without one. All numbers in it are big-endian. It covers every byte
//! before it, so nothing may change the file after it.

use sha2::{Digest as _, Sha256};

use super::failed;
use super::linkedit::Linkedit;
use super::load_commands;
use super::sections::Layout;
use crate::error::Result;

/// The alignment of the signature in the file.
pub(super) const ALIGNMENT: usize = 16;

const CSMAGIC_EMBEDDED_SIGNATURE: u32 = 0xfade_0cc0;
const CSMAGIC_CODEDIRECTORY: u32 = 0xfade_0c02;
const CSSLOT_CODEDIRECTORY: u32 = 0;
/// The version with fields for the executable segment.
const CS_SUPPORTSEXECSEG: u32 = 0x20400;
const CS_ADHOC: u32 = 0x2;
/// Says that a linker made the signature, so that `codesign` replaces it without `--force`.
const CS_LINKER_SIGNED: u32 = 0x2_0000;
const CS_HASHTYPE_SHA256: u8 = 2;
const CS_EXECSEG_MAIN_BINARY: u64 = 0x1;
const PAGE_SHIFT: u8 = 12;
const HASH_BYTES: usize = 32;
/// The program's name for the system. It is the same for all programs, since a name without a certificate proves
/// nothing.
const IDENTIFIER: &[u8] = b"wasmc-program\0";
/// `CS_SuperBlob` with one index.
const SUPER_BLOB_BYTES: usize = 20;
/// `CS_CodeDirectory` up to and with `execSegFlags`.
const DIRECTORY_BYTES: usize = 88;
const HASHES_OFFSET: usize = DIRECTORY_BYTES + IDENTIFIER.len();

/// The length of a file's signature.
pub(super) fn bytes(file_bytes: usize) -> usize {
    let hashes = HASH_BYTES * file_bytes.div_ceil(1 << PAGE_SHIFT);
    (SUPER_BLOB_BYTES + HASHES_OFFSET + hashes).next_multiple_of(ALIGNMENT)
}

/// Gives the file its UUID, and appends the signature.
pub(super) fn sign(layout: &Layout, linkedit: &Linkedit, file: &mut Vec<u8>) -> Result<()> {
    let mut hashes: Vec<[u8; HASH_BYTES]> = pages(file).map(hash).collect();
    let changed = identify(load_commands::uuid_offset(layout), &hashes.concat(), file)?;
    for page in changed {
        if let (Some(contents), Some(hash_of_page)) = (pages(file).nth(page), hashes.get_mut(page)) {
            *hash_of_page = hash(contents);
        }
    }
    let directory = directory(layout, file.len(), &hashes);
    let mut signature = Vec::new();
    for word in [
        CSMAGIC_EMBEDDED_SIGNATURE,
        (SUPER_BLOB_BYTES + directory.len()) as u32,
        1, // count
        CSSLOT_CODEDIRECTORY,
        SUPER_BLOB_BYTES as u32,
    ] {
        signature.extend(word.to_be_bytes());
    }
    signature.extend(directory);
    signature.resize(signature.len().next_multiple_of(ALIGNMENT), 0);
    if signature.len() != linkedit.signature.bytes as usize {
        return Err(failed("the signature has another length than its load command says"));
    }
    file.extend(signature);
    Ok(())
}

fn pages(file: &[u8]) -> std::slice::Chunks<'_, u8> {
    file.chunks(1 << PAGE_SHIFT)
}

fn hash(bytes: &[u8]) -> [u8; HASH_BYTES] {
    Sha256::digest(bytes).into()
}

/// Writes a UUID that depends only on the contents, and returns the pages that this changes.
fn identify(offset: usize, hashes: &[u8], file: &mut [u8]) -> Result<std::ops::RangeInclusive<usize>> {
    let field = file.get_mut(offset..).and_then(|file| file.first_chunk_mut::<16>());
    let field = field.ok_or_else(|| failed("there is no place for the UUID"))?;
    field.iter_mut().zip(hash(hashes)).for_each(|(byte, hash)| *byte = hash);
    // RFC 9562, 5.8: version 8, whose other bits are free, and the standard's variant.
    field[6] = field[6] & 0x0f | 0x80;
    field[8] = field[8] & 0x3f | 0x80;
    Ok(offset >> PAGE_SHIFT..=(offset + 15) >> PAGE_SHIFT)
}

/// `CS_CodeDirectory`.
fn directory(layout: &Layout, file_bytes: usize, hashes: &[[u8; HASH_BYTES]]) -> Vec<u8> {
    let text_bytes = layout.segments.first().map_or(0, |text| text.file_bytes);
    let mut bytes = Vec::new();
    for word in [
        CSMAGIC_CODEDIRECTORY,
        (HASHES_OFFSET + HASH_BYTES * hashes.len()) as u32,
        CS_SUPPORTSEXECSEG,
        CS_ADHOC | CS_LINKER_SIGNED,
        HASHES_OFFSET as u32,
        DIRECTORY_BYTES as u32, // identOffset
        0,                      // nSpecialSlots
        hashes.len() as u32,
        file_bytes as u32, // codeLimit
    ] {
        bytes.extend(word.to_be_bytes());
    }
    bytes.extend([HASH_BYTES as u8, CS_HASHTYPE_SHA256, 0, PAGE_SHIFT]);
    // spare2, scatterOffset, teamOffset, spare3
    bytes.extend([0; 16]);
    // codeLimit64, which is for longer files; execSegBase, execSegLimit, execSegFlags
    for long in [0, 0, text_bytes, CS_EXECSEG_MAIN_BINARY] {
        bytes.extend(long.to_be_bytes());
    }
    bytes.extend(IDENTIFIER);
    bytes.extend(hashes.iter().flatten());
    bytes
}
