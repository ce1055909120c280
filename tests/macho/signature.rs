//! Verifies an ad-hoc code signature in the same way as the kernel of macOS, which checks pages when it reads them.
//!
//! The code directory has the SHA-256 of each page of the file (XNU's `osfmk/kern/cs_blobs.h`, whose names are used
//! here). All numbers in it are big-endian. An arm64 Mac kills a program with a wrong hash, so this check must cover
//! every page.

use super::file::{File, LC_CODE_SIGNATURE, part};
use super::platform::Platform;
use sha2::{Digest, Sha256};
use wasmc_tests::Failure;

const CSMAGIC_EMBEDDED_SIGNATURE: u32 = 0xfade_0cc0;
const CSMAGIC_CODEDIRECTORY: u32 = 0xfade_0c02;
const CSSLOT_CODEDIRECTORY: u32 = 0;
const CS_ADHOC: u32 = 0x2;
const CS_HASHTYPE_SHA256: u8 = 2;
const CS_SHA256_LEN: usize = 32;
const CS_SUPPORTSEXECSEG: u32 = 0x20400;
const CS_EXECSEG_MAIN_BINARY: u64 = 0x1;

/// Fails unless every byte before the signature is signed, and rightly.
pub(crate) fn verify(file: &File<'_>, platform: Platform) -> Result<(), Failure> {
    let command = file.command(LC_CODE_SIGNATURE)?.ok_or("no LC_CODE_SIGNATURE")?;
    let (offset, signature) = file.linkedit_data(command)?;
    let linkedit = file.segment("__LINKEDIT")?;
    // The kernel requires it in the last segment and aligned; `codesign` requires it at the end of the file.
    expect("alignment of the signature", offset % 16, 0)?;
    expect("end of the file", file.bytes().len(), offset + signature.len())?;
    expect("end of __LINKEDIT", linkedit.file_offset + linkedit.file_bytes, (offset + signature.len()) as u64)?;
    verify_directory(code_directory(signature)?, file, offset, platform)
}

/// The code directory in the super blob.
fn code_directory(signature: &[u8]) -> Result<&[u8], Failure> {
    expect("magic of the signature", u32_at(signature, 0)?, CSMAGIC_EMBEDDED_SIGNATURE)?;
    let signature = part(signature, 0, u32_at(signature, 4)? as usize)?;
    let slots = (0..u32_at(signature, 8)? as usize).map(|slot| (12 + 8 * slot, 16 + 8 * slot));
    let mut directories = Vec::new();
    for (kind, offset) in slots {
        if u32_at(signature, kind)? == CSSLOT_CODEDIRECTORY {
            directories.push(u32_at(signature, offset)? as usize);
        }
    }
    let [offset] = directories[..] else { return Err(format!("code directories at {directories:?}")) };
    expect("magic of the code directory", u32_at(signature, offset)?, CSMAGIC_CODEDIRECTORY)?;
    part(signature, offset, u32_at(signature, offset + 4)? as usize)
}

fn verify_directory(directory: &[u8], file: &File<'_>, signed_bytes: usize, platform: Platform) -> Result<(), Failure> {
    let (version, flags) = (u32_at(directory, 8)?, u32_at(directory, 12)?);
    let (hash_offset, identifier_offset) = (u32_at(directory, 16)? as usize, u32_at(directory, 20)? as usize);
    let (special_slots, code_slots) = (u32_at(directory, 24)? as usize, u32_at(directory, 28)? as usize);
    let [hash_bytes, hash_type, _, page_shift] = part(directory, 36, 4)?[..] else { unreachable!("four bytes") };
    if version < CS_SUPPORTSEXECSEG {
        return Err(format!("code directory of version {version:#x}, which does not say what is executable"));
    }
    expect("flag for an ad-hoc signature", flags & CS_ADHOC, CS_ADHOC)?;
    expect("kind and length of hashes", (hash_type, hash_bytes as usize), (CS_HASHTYPE_SHA256, CS_SHA256_LEN))?;
    expect("bytes that are signed", u32_at(directory, 32)? as usize, signed_bytes)?;
    let identifier = part(directory, identifier_offset, 1)?;
    expect("whether there is an identifier", identifier[0] != 0, true)?;
    verify_executable_segment(directory, file)?;

    let page_bytes = 1_usize << page_shift;
    if page_shift != 12 && page_bytes as u64 != platform.page_bytes() {
        return Err(format!("hashes of pages of {page_bytes} bytes"));
    }
    let signed = part(file.bytes(), 0, signed_bytes)?;
    expect("number of hashes", code_slots, signed_bytes.div_ceil(page_bytes))?;
    part(directory, hash_offset.saturating_sub(special_slots * CS_SHA256_LEN), special_slots * CS_SHA256_LEN)?;
    for (number, page) in signed.chunks(page_bytes).enumerate() {
        let expected = part(directory, hash_offset + number * CS_SHA256_LEN, CS_SHA256_LEN)?;
        if Sha256::digest(page)[..] != *expected {
            return Err(format!(
                "page {number} at {:#x} has another hash than its signature says",
                number * page_bytes
            ));
        }
    }
    Ok(())
}

/// `execSegBase`, `execSegLimit` and `execSegFlags`: the executable part is `__TEXT`, of a main program.
fn verify_executable_segment(directory: &[u8], file: &File<'_>) -> Result<(), Failure> {
    let text = file.segment("__TEXT")?;
    expect("start of the code", u64_at(directory, 64)?, text.file_offset)?;
    expect("length of the code", u64_at(directory, 72)?, text.file_bytes)?;
    expect("flags of the code", u64_at(directory, 80)? & CS_EXECSEG_MAIN_BINARY, CS_EXECSEG_MAIN_BINARY)
}

fn expect<T: PartialEq + std::fmt::Debug>(what: &str, came: T, expected: T) -> Result<(), Failure> {
    if came == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, came {came:?}")) }
}

fn u32_at(bytes: &[u8], offset: usize) -> Result<u32, Failure> {
    Ok(u32::from_be_bytes(part(bytes, offset, 4)?.try_into().expect("four bytes")))
}

fn u64_at(bytes: &[u8], offset: usize) -> Result<u64, Failure> {
    Ok(u64::from_be_bytes(part(bytes, offset, 8)?.try_into().expect("eight bytes")))
}
