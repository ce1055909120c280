//! The description that an executable contains: [`record`] writes it at build time and [`inspect`] reads it back. Both
//! are in one file so that they agree on the form; a file that wasmc did not make must never pass for one that it made.

use object::{Object, ObjectKind, ObjectSection};
use serde::{Deserialize, Serialize};
use wasmc_abi::symbols::{INFO_SECTION, POLICY_SECTION};

use super::{BuildSummary, ExecutableSummary, ModuleSummary, PartSize};
use crate::error::{Error, Result};
use crate::options::{BoundsChecks, OptLevel, Options, Policy, UnknownImports};
use crate::target::Format;

/// The contents of the info section.
#[derive(Serialize, Deserialize)]
struct Record {
    schema: u32,
    build: BuildSummary,
    parts: Vec<PartSize>,
    module: ModuleSummary,
}

/// The bytes of the info section. `sizes` are those of the parts that the compiler put into the object (`code`,
/// `image`, `tables`); the rest of the finished file belongs to the runtime.
pub(crate) fn record(module: ModuleSummary, options: &Options, sizes: &[(&str, u64)]) -> Vec<u8> {
    let parts = sizes.iter().map(|(name, bytes)| PartSize::new(*name, *bytes)).collect();
    let record = Record { schema: super::SCHEMA, build: build_summary(options), parts, module };
    serde_json::to_vec(&record).expect("string keys and finite numbers only")
}

fn build_summary(options: &Options) -> BuildSummary {
    BuildSummary {
        version: env!("CARGO_PKG_VERSION").into(),
        target: options.target.name().into(),
        cpu: options.cpu.name(options.target),
        opt_level: match options.opt_level {
            OptLevel::None => "0".into(),
            OptLevel::Less => "1".into(),
            OptLevel::Speed => "2".into(),
            OptLevel::Size => "s".into(),
        },
        bounds_checks: match options.bounds_checks {
            BoundsChecks::Guard => "guard".into(),
            BoundsChecks::Explicit => "explicit".into(),
        },
        deterministic: options.deterministic,
        unknown_imports: match options.unknown_imports {
            UnknownImports::Error => "error".into(),
            UnknownImports::Trap => "trap".into(),
        },
        stack_bytes: options.stack_bytes,
        max_memory_bytes: options.max_memory_bytes,
        invoke: options.invoke.clone(),
    }
}

/// The format of a file that could be an executable of a target, by its first bytes (`mach-o/loader.h`: a 64-bit file
/// of a little-endian processor).
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0x7f, b'E', b'L', b'F', ..] => Some(Format::Elf),
        [0xcf, 0xfa, 0xed, 0xfe, ..] => Some(Format::MachO),
        _ => None,
    }
}

/// Whether wasmc made this file, an executable or object.
pub(crate) fn is_compiled(bytes: &[u8]) -> bool {
    let has_record = |file: object::File<'_>| file.section_by_name(INFO_SECTION).is_some();
    format(bytes).is_some() && object::File::parse(bytes).is_ok_and(has_record)
}

/// Reads a file of this format that [`crate::compile`] made. Names of sections are those of ELF: in Mach-O files,
/// `object` finds them with two underscores for the dot.
pub(super) fn inspect(bytes: &[u8], format: Format) -> Result<ExecutableSummary> {
    let file =
        object::File::parse(bytes).map_err(|error| damaged(format!("the file is a damaged {format} file: {error}")))?;
    let section = |name| file.section_by_name(name).and_then(|section| section.data().ok());
    let info = section(INFO_SECTION).ok_or_else(|| foreign(format))?;
    let record: Record = serde_json::from_slice(info)
        .map_err(|error| damaged(format!("the section {INFO_SECTION} of the file cannot be read: {error}")))?;
    let policy = match section(POLICY_SECTION).unwrap_or_default() {
        // `object` writes one byte for an empty section of a Mach-O file, where symbols must have different addresses.
        [0] if format == Format::MachO => &[],
        policy => policy,
    };
    let policy = Policy::decode(policy)
        .ok_or_else(|| damaged(format!("the section {POLICY_SECTION} of the file cannot be read")))?;
    let sections: Vec<_> = file.sections().filter_map(|section| file_size(&section)).collect();
    Ok(ExecutableSummary {
        linked: file.kind() != ObjectKind::Relocatable,
        object_format: format,
        build: record.build,
        policy: policy.into(),
        parts: parts(record.parts, &file, bytes.len() as u64),
        sections,
        bytes: bytes.len() as u64,
        module: record.module,
    })
}

fn foreign(format: Format) -> Error {
    let article = if format == Format::Elf { "an" } else { "a" };
    Error::Invalid {
        message: format!(
            "the file is {article} {format} file that wasmc did not make (it has no section {INFO_SECTION})"
        ),
        offset: None,
        hint: Some("give a .wasm or .wat file, or an executable built by wasmc".into()),
    }
}

fn damaged(message: String) -> Error {
    Error::Invalid { message, offset: None, hint: Some("build the executable again".into()) }
}

/// Name and size of a section, unless it takes no space in the file.
fn file_size<'a>(section: &impl ObjectSection<'a>) -> Option<PartSize> {
    let (_, bytes) = section.file_range()?;
    let name = String::from_utf8_lossy(section.name_bytes().ok()?).into_owned();
    (bytes > 0 && !name.is_empty()).then(|| PartSize::new(name, bytes))
}

/// The parts that the compiler recorded, and then the rest of the file by its sections, so that the sum is the whole
/// file.
fn parts(recorded: Vec<PartSize>, file: &object::File<'_>, total: u64) -> Vec<PartSize> {
    let debug = file.sections().filter(|section| is_debug(section.name_bytes().unwrap_or_default()));
    let debug = debug.filter_map(|section| section.file_range()).map(|(_, bytes)| bytes).sum();
    let summary = file.section_by_name(INFO_SECTION).and_then(|section| section.file_range());
    let mut parts = recorded;
    parts.push(PartSize::new("debug", debug));
    parts.push(PartSize::new("summary", summary.map_or(0, |(_, bytes)| bytes)));
    let known = parts.iter().fold(0u64, |sum, part| sum.saturating_add(part.bytes));
    parts.push(PartSize::new("runtime", total.saturating_sub(known)));
    parts.retain(|part| part.bytes > 0);
    parts
}

/// Whether `strip` would remove the section: debug information and symbol names. In Mach-O files, the names are in no
/// section.
fn is_debug(name: &[u8]) -> bool {
    name.starts_with(b".debug_") || name.starts_with(b"__debug_") || matches!(name, b".symtab" | b".strtab")
}
