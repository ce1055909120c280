//! Descriptions of modules and executables (`wasmc inspect`), for people and tools that decide whether to run them.
//!
//! A module is described from its bytes alone. An executable contains the description of its module in a section,
//! beside the policy that its runtime obeys. Inspection must never run a file and never require that it is valid: a
//! module that wasmc would refuse is described as far as it can be decoded.
//!
//! The JSON of [`Inspection::to_json`] is stable: fields may be added, and [`SCHEMA`] is increased when a field changes
//! its meaning or is removed.

mod executable;
mod module;
mod proposals;
mod sections;
mod summary;
mod text;

use serde::Serialize;

pub use proposals::ProposalUse;
pub use summary::{
    BuildSummary, EntityKind, ExecutableSummary, ExportSummary, ImportSummary, MemorySummary, ModuleKind,
    ModuleSummary, PartSize, PolicySummary, PreopenSummary, TableSummary, VariableSummary,
};

pub(crate) use executable::{is_compiled, record};
pub(crate) use module::{proposals, summarize};

use crate::error::Result;
use crate::input;

/// The version of the JSON form.
pub const SCHEMA: u32 = 1;

/// The result of [`inspect`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "format", rename_all = "lowercase")]
pub enum Inspection {
    /// A module, binary or text.
    Module {
        /// What it declares.
        module: ModuleSummary,
    },
    /// An executable that wasmc made, or an object that becomes one.
    Executable(Box<ExecutableSummary>),
}

impl Inspection {
    /// One JSON object: `schema`, `format` (`module` or `executable`) and the fields of that variant.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Document<'a> {
            schema: u32,
            #[serde(flatten)]
            inspection: &'a Inspection,
        }
        let document = Document { schema: SCHEMA, inspection: self };
        serde_json::to_string_pretty(&document).expect("string keys and finite numbers only")
    }
}

/// Describes a module (binary or text) or an executable that [`crate::compile`] made.
///
/// ```
/// use wasmc_compiler::{Inspection, ModuleKind, inspect};
///
/// let found = inspect(br#"(module (memory 1 2) (func (export "_start")))"#)?;
/// let Inspection::Module { module } = found else { panic!("text is a module") };
/// assert_eq!(module.kind, ModuleKind::Command);
/// assert_eq!(module.memories[0].maximum_pages, Some(2));
/// # Ok::<(), wasmc_compiler::Error>(())
/// ```
///
/// # Errors
/// [`crate::Error::Invalid`] when the bytes are neither, or are a module that cannot be decoded.
pub fn inspect(bytes: &[u8]) -> Result<Inspection> {
    if let Some(format) = executable::format(bytes) {
        return executable::inspect(bytes, format).map(|summary| Inspection::Executable(Box::new(summary)));
    }
    let module = summarize(&input::binary(bytes)?, None)?;
    Ok(Inspection::Module { module })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Policy;
    use crate::target::Format;

    fn module(text: &str) -> ModuleSummary {
        match inspect(text.as_bytes()) {
            Ok(Inspection::Module { module }) => module,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[track_caller]
    fn check_proposals(text: &str, expected: &[&str]) {
        let used = module(text).proposals;
        let names: Vec<_> = used.iter().map(|proposal| proposal.name.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn proposals_are_told_from_operators_types_and_sections() {
        check_proposals("(module (func (param i32) (result i32) local.get 0 (block) i32.clz))", &[]);
        check_proposals("(module (table 1 funcref) (elem (i32.const 0) 0) (func))", &[]);
        check_proposals("(module (global (export \"g\") (mut i32) (i32.const 0)))", &["mutable-global"]);
        check_proposals("(module (func (param i32) (drop (i32.extend8_s (local.get 0)))))", &["sign-extension-ops"]);
        check_proposals("(module (type (func (result i32 i32))))", &["multi-value"]);
        check_proposals(
            "(module (memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))))",
            &["bulk-memory-operations"],
        );
        check_proposals("(module (table 1 externref))", &["reference-types"]);
        check_proposals("(module (func (local v128)))", &["simd"]);
        check_proposals("(module (global i32 (i32.add (i32.const 1) (i32.const 2))))", &["extended-const"]);
        check_proposals("(module (memory 1 1 shared))", &["threads"]);
        check_proposals("(module (tag $t) (func (throw $t)))", &["exception-handling"]);
        check_proposals("(module (func (return_call 0)))", &["tail-call"]);
        check_proposals("(module (type (struct (field i32))))", &["gc"]);
        check_proposals("(module (memory 1) (memory 1))", &["multi-memory"]);
        check_proposals("(module (memory i64 1))", &["memory64"]);
    }

    #[test]
    fn what_wasmc_compiles_is_told_from_what_it_does_not() {
        let used = module("(module (memory 1 1 shared) (type (struct)) (func (local v128)))").proposals;
        let supported: Vec<_> = used.into_iter().map(|proposal| (proposal.name, proposal.supported)).collect();
        assert_eq!(supported, [("simd".into(), true), ("threads".into(), true), ("gc".into(), false)]);
    }

    #[test]
    fn entities_are_listed_in_order() {
        let found = module(
            r#"(module
                (import "wasi_snapshot_preview1" "fd_close" (func (param i32) (result i32)))
                (import "env" "memory" (memory 2))
                (import "env" "fd_close" (func))
                (func (export "_initialize"))
                (export "again" (func 0)))"#,
        );
        assert_eq!(found.kind, ModuleKind::Reactor);
        let provided: Vec<_> = found.imports.iter().map(|import| (import.name.as_str(), import.provided)).collect();
        assert_eq!(provided, [("fd_close", true), ("memory", false), ("fd_close", false)]);
        assert_eq!(found.exports[1].ty, "(func (param i32) (result i32))");
        assert!(found.memories[0].imported && found.memories[0].maximum_pages.is_none());
        assert_eq!(found.functions, 3);
    }

    #[test]
    fn what_is_no_module_is_told() {
        let message = |bytes: &[u8]| inspect(bytes).expect_err("it is none").to_string();
        assert!(message(b"\0asm\x0d\0\x01\0").contains("component"));
        assert!(message(b"\0asm\x01\0\0\0\x01\xff").contains("offset"));
        assert!(message(b"\x7fELF\x02").contains("ELF"));
        assert!(message(b"\xcf\xfa\xed\xfe").contains("Mach-O"));
        // No index of a module that does not validate may lead to a panic.
        let wild = b"\0asm\x01\0\0\0\x07\x09\x02\x01a\0\x09\x01b\x03\x07";
        assert!(matches!(inspect(wild), Ok(Inspection::Module { .. })));
    }

    /// An object with what `record` gives and a policy, in sections of these names.
    fn object(format: object::BinaryFormat, options: &crate::options::Options, names: [&[u8]; 2]) -> Vec<u8> {
        let policy = Policy { sealed: true, inherited_descriptors: vec![4], ..Policy::default() };
        let info = record(module(MODULE), options, &[("code", 5)]);
        let mut object = object::write::Object::new(format, object::Architecture::Aarch64, object::Endianness::Little);
        for (name, data) in names.into_iter().zip([info, policy.encode()]) {
            let segment = object.segment_name(object::write::StandardSegment::Text).to_vec();
            let section = object.add_section(segment, name.into(), object::SectionKind::ReadOnlyData);
            object.append_section_data(section, &data, 1);
        }
        object.write().expect("a small object")
    }

    const MODULE: &str = "(module (func (export \"_start\")))";

    #[test]
    fn an_executable_is_read_back_as_it_was_recorded() {
        use wasmc_abi::symbols::{INFO_SECTION, POLICY_SECTION};

        let mut options = crate::options::Options { target: crate::Target::Aarch64Linux, ..Default::default() };
        let elf = object(object::BinaryFormat::Elf, &options, [INFO_SECTION.as_bytes(), POLICY_SECTION.as_bytes()]);
        options.target = crate::Target::Aarch64Macos;
        let macho = object(object::BinaryFormat::MachO, &options, [b"__wasmc.info", b"__wasmc.policy"]);
        for (bytes, format, target) in [(elf, Format::Elf, "aarch64"), (macho, Format::MachO, "aarch64-macos")] {
            let Ok(Inspection::Executable(found)) = inspect(&bytes) else { panic!("ours") };
            assert_eq!(found.module, module(MODULE));
            assert!(!found.linked, "an object has not been linked");
            assert_eq!(found.object_format, format);
            assert_eq!((found.build.opt_level.as_str(), found.build.target.as_str()), ("2", target));
            assert!(found.policy.sealed && found.policy.inherited_descriptors == [4]);
            assert_eq!(found.parts.iter().map(|part| part.bytes).sum::<u64>(), bytes.len() as u64);
            assert!(found.parts.iter().any(|part| part.name == "summary"));
            let json = Inspection::Executable(found).to_json();
            assert!(json.starts_with("{\n  \"schema\": 1,\n  \"format\": \"executable\","), "{json}");
        }
    }
}
