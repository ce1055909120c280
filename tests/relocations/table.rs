//! The table of Cranelift's relocation kinds: in which objects each occurs, or why in none.
//!
//! It is valid for wasmc's settings: no PIC in Cranelift's sense, every reference of code `colocated`, no thread-local
//! storage. A new version of Cranelift with a new kind must fail a test until the table has it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use wasmc_tests::{Failure, Process, context};

/// A target of wasmc, as far as relocations go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    X86_64Linux,
    Aarch64Linux,
    Riscv64Linux,
    X86_64Macos,
    Aarch64Macos,
}

impl Target {
    pub(crate) const ALL: [Target; 5] =
        [Target::X86_64Linux, Target::Aarch64Linux, Target::Riscv64Linux, Target::X86_64Macos, Target::Aarch64Macos];

    /// The name for `--target`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Target::X86_64Linux => "x86_64",
            Target::Aarch64Linux => "aarch64",
            Target::Riscv64Linux => "riscv64",
            Target::X86_64Macos => "x86_64-macos",
            Target::Aarch64Macos => "aarch64-macos",
        }
    }

    pub(crate) fn is_mach_o(self) -> bool {
        matches!(self, Target::X86_64Macos | Target::Aarch64Macos)
    }

    /// Whether relocations of this kind are only in calls. On x86-64 an address is taken with the same kind.
    pub(crate) fn is_call(self, kind: &str) -> bool {
        ["R_AARCH64_CALL26", "R_RISCV_CALL_PLT", "ARM64_RELOC_BRANCH26"].contains(&kind)
    }
}

/// A kind of relocation of Cranelift.
pub(crate) struct Kind {
    /// Its name in `cranelift_codegen::binemit::Reloc`.
    pub(crate) name: &'static str,
    pub(crate) occurrence: Occurrence,
}

/// Whether it occurs.
pub(crate) enum Occurrence {
    /// In objects of these targets, under these names.
    Written(&'static [(&'static str, &'static str)]),
    /// Nowhere, because of this.
    Never(&'static str),
}

use Occurrence::{Never, Written};

const PIC: &str =
    "addresses go through a GOT only where Cranelift's `is_pic` is set, which it is not: all is in one executable";
const THREADS: &str = "no symbol is thread-local";
const COFF: &str = "only in thread-local storage of Windows";

/// All kinds that Cranelift's code generators for our CPUs emit.
pub(crate) const KINDS: [Kind; 24] = [
    // Pointers in data. In code it would be the address of a symbol at an unknown distance, and all of ours are
    // colocated.
    Kind {
        name: "Abs8",
        occurrence: Written(&[
            ("x86_64", "R_X86_64_64"),
            ("aarch64", "R_AARCH64_ABS64"),
            ("riscv64", "R_RISCV_64"),
            ("x86_64-macos", "X86_64_RELOC_UNSIGNED"),
            ("aarch64-macos", "ARM64_RELOC_UNSIGNED"),
        ]),
    },
    // Calls and addresses: a near one is a 32-bit distance from the end of the instruction in both cases.
    Kind {
        name: "X86CallPCRel4",
        occurrence: Written(&[("x86_64", "R_X86_64_PLT32"), ("x86_64-macos", "X86_64_RELOC_BRANCH")]),
    },
    Kind { name: "X86GOTPCRel4", occurrence: Never(PIC) },
    Kind { name: "X86CallPLTRel4", occurrence: Never("only in the call that looks up a thread-local symbol") },
    Kind { name: "ElfX86_64TlsGd", occurrence: Never(THREADS) },
    Kind { name: "MachOX86_64Tlv", occurrence: Never(THREADS) },
    Kind { name: "X86PCRel4", occurrence: Never(COFF) },
    Kind { name: "X86SecRel", occurrence: Never(COFF) },
    Kind {
        name: "Arm64Call",
        occurrence: Written(&[("aarch64", "R_AARCH64_CALL26"), ("aarch64-macos", "ARM64_RELOC_BRANCH26")]),
    },
    Kind {
        name: "Aarch64AdrPrelPgHi21",
        occurrence: Written(&[("aarch64", "R_AARCH64_ADR_PREL_PG_HI21"), ("aarch64-macos", "ARM64_RELOC_PAGE21")]),
    },
    Kind {
        name: "Aarch64AddAbsLo12Nc",
        occurrence: Written(&[("aarch64", "R_AARCH64_ADD_ABS_LO12_NC"), ("aarch64-macos", "ARM64_RELOC_PAGEOFF12")]),
    },
    Kind { name: "Aarch64AdrGotPage21", occurrence: Never(PIC) },
    Kind { name: "Aarch64Ld64GotLo12Nc", occurrence: Never(PIC) },
    Kind { name: "Aarch64TlsDescAdrPage21", occurrence: Never(THREADS) },
    Kind { name: "Aarch64TlsDescLd64Lo12", occurrence: Never(THREADS) },
    Kind { name: "Aarch64TlsDescAddLo12", occurrence: Never(THREADS) },
    Kind { name: "Aarch64TlsDescCall", occurrence: Never(THREADS) },
    Kind { name: "MachOAarch64TlsAdrPage21", occurrence: Never(THREADS) },
    Kind { name: "MachOAarch64TlsAdrPageOff12", occurrence: Never(THREADS) },
    Kind { name: "RiscvCallPlt", occurrence: Written(&[("riscv64", "R_RISCV_CALL_PLT")]) },
    Kind { name: "RiscvPCRelHi20", occurrence: Written(&[("riscv64", "R_RISCV_PCREL_HI20")]) },
    // Its symbol is the `auipc` before it, not the target of the reference.
    Kind { name: "RiscvPCRelLo12I", occurrence: Written(&[("riscv64", "R_RISCV_PCREL_LO12_I")]) },
    Kind { name: "RiscvGotHi20", occurrence: Never(PIC) },
    Kind { name: "RiscvTlsGdHi20", occurrence: Never(THREADS) },
];

impl Kind {
    /// Its name in objects of this target.
    pub(crate) fn kinds_of(&self, target: Target) -> impl Iterator<Item = &'static str> + use<> {
        let spellings = match self.occurrence {
            Written(spellings) => spellings,
            Never(_) => &[],
        };
        spellings.iter().filter(move |(name, _)| *name == target.name()).map(|(_, spelled)| *spelled)
    }
}

/// The code generators whose kinds the table has, as folders of `cranelift-codegen`.
const GENERATORS: [&str; 3] = ["src/isa/x64", "src/isa/aarch64", "src/isa/riscv64"];

/// The table must have exactly the kinds that the sources of the code generators name, so that a new kind in a new
/// version of Cranelift fails this test.
pub(crate) fn check_complete() -> Result<(), Failure> {
    let sources = cranelift()?;
    let mut named = BTreeSet::new();
    for generator in GENERATORS {
        collect(&sources.join(generator), &mut named)?;
    }
    let listed: BTreeSet<String> = KINDS.iter().map(|kind| kind.name.to_owned()).collect();
    if let Some(kind) = KINDS.iter().find(|kind| matches!(kind.occurrence, Never(reason) if reason.is_empty())) {
        return Err(format!("{}: no reason", kind.name));
    }
    let missing: Vec<&String> = named.difference(&listed).collect();
    let gone: Vec<&String> = listed.difference(&named).collect();
    if missing.is_empty() && gone.is_empty() {
        return Ok(());
    }
    Err(format!("the table has not {missing:?}, and of what it has, Cranelift no longer has {gone:?}"))
}

/// The folder with the sources of the Cranelift that wasmc is built with.
fn cranelift() -> Result<PathBuf, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let host = format!("--filter-platform={}-unknown-linux-gnu", std::env::consts::ARCH);
    let metadata = Process::new(cargo).inherit_all().args(["metadata", "--locked", "--format-version=1", &host]);
    let metadata = metadata.directory(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).succeed()?;
    let metadata: serde_json::Value = context(serde_json::from_slice(&metadata), "cargo metadata")?;
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let package = packages.find(|package| package["name"] == "cranelift-codegen");
    let manifest = package.and_then(|package| package["manifest_path"].as_str()).ok_or("no cranelift-codegen")?;
    Ok(Path::new(manifest).parent().ok_or("a manifest lies in a folder")?.into())
}

/// All `Reloc::NAME` in the sources below a folder.
fn collect(folder: &Path, named: &mut BTreeSet<String>) -> Result<(), Failure> {
    for path in wasmc_tests::golden::files(folder, ".rs") {
        let text = context(fs::read_to_string(&path), path.display())?;
        for (at, mark) in text.match_indices("Reloc::") {
            let in_name = |character: &char| character.is_ascii_alphanumeric() || *character == '_';
            let name: String = text[at + mark.len()..].chars().take_while(in_name).collect();
            let is_whole = !text[..at].ends_with(|before: char| in_name(&before));
            if is_whole && name.starts_with(|first: char| first.is_ascii_uppercase()) {
                named.insert(name);
            }
        }
    }
    Ok(())
}
