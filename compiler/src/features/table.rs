//! The table of proposals, one row each. It exists once because the validator's flags, the option's names, the errors
//! and the list of `wasmc inspect` must agree; no other file may decide whether a proposal is compiled.

use wasmparser::WasmFeatures;

/// One proposal.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    /// Its name in wasmparser: in the table of operators and, in capitals, among the flags.
    pub(crate) key: &'static str,
    /// The name of its repository, or of the folder in one.
    pub(crate) name: &'static str,
    /// Its names in compilers and other tools.
    pub(super) aliases: &'static [&'static str],
    /// wasmparser's flag.
    pub(crate) flag: WasmFeatures,
    /// The names of the proposals that it builds on. Their rows come before this one.
    pub(super) needs: &'static [&'static str],
    /// The first version of the specification that contains it, if one does.
    pub(super) version: Option<u8>,
    /// Whether wasmc compiles it.
    pub(crate) compiled: bool,
}

/// In the order in which they are listed.
pub(crate) const TABLE: [Row; 26] = [
    row("mutable_global", "mutable-global", WasmFeatures::MUTABLE_GLOBAL).version(1).called(&["mutable-globals"]),
    row("sign_extension", "sign-extension-ops", WasmFeatures::SIGN_EXTENSION)
        .version(2)
        .called(&["sign-ext", "sign-extension"]),
    row("saturating_float_to_int", "nontrapping-float-to-int-conversions", WasmFeatures::SATURATING_FLOAT_TO_INT)
        .version(2)
        .called(&["nontrapping-fptoint", "saturating-float-to-int"]),
    row("multi_value", "multi-value", WasmFeatures::MULTI_VALUE).version(2).called(&["multivalue"]),
    row("bulk_memory", "bulk-memory-operations", WasmFeatures::BULK_MEMORY).version(2).called(&["bulk-memory"]),
    row("reference_types", "reference-types", WasmFeatures::REFERENCE_TYPES).version(2),
    row("simd", "simd", WasmFeatures::SIMD).version(2).called(&["simd128"]),
    row("extended_const", "extended-const", WasmFeatures::EXTENDED_CONST).version(3),
    row("relaxed_simd", "relaxed-simd", WasmFeatures::RELAXED_SIMD).version(3).needs(&["simd"]),
    row("threads", "threads", WasmFeatures::THREADS).called(&["atomics"]),
    row("exceptions", "exception-handling", WasmFeatures::EXCEPTIONS)
        .version(3)
        .needs(&["reference-types"])
        .called(&["exceptions"]),
    row("legacy_exceptions", "legacy-exceptions", WasmFeatures::LEGACY_EXCEPTIONS).needs(&["exception-handling"]),
    row("tail_call", "tail-call", WasmFeatures::TAIL_CALL).version(3),
    row("function_references", "function-references", WasmFeatures::FUNCTION_REFERENCES)
        .version(3)
        .needs(&["reference-types"]),
    row("gc", "gc", WasmFeatures::GC).version(3).needs(&["function-references"]).not_compiled(),
    row("multi_memory", "multi-memory", WasmFeatures::MULTI_MEMORY).version(3).called(&["multimemory"]),
    row("memory64", "memory64", WasmFeatures::MEMORY64).version(3),
    row("custom_page_sizes", "custom-page-sizes", WasmFeatures::CUSTOM_PAGE_SIZES),
    row("wide_arithmetic", "wide-arithmetic", WasmFeatures::WIDE_ARITHMETIC),
    row("stack_switching", "stack-switching", WasmFeatures::STACK_SWITCHING)
        .needs(&["exception-handling", "function-references"])
        .not_compiled(),
    row("shared_everything_threads", "shared-everything-threads", WasmFeatures::SHARED_EVERYTHING_THREADS)
        .needs(&["threads"])
        .not_compiled(),
    row("memory_control", "memory-control", WasmFeatures::MEMORY_CONTROL).not_compiled(),
    row("custom_descriptors", "custom-descriptors", WasmFeatures::CUSTOM_DESCRIPTORS).needs(&["gc"]).not_compiled(),
    row("acquire_release_atomics", "relaxed-atomics", WasmFeatures::ACQUIRE_RELEASE_ATOMICS)
        .needs(&["threads"])
        .called(&["acquire-release-atomics"])
        .not_compiled(),
    row("multibyte_array_access", "multibyte-array-access", WasmFeatures::MULTIBYTE_ARRAY_ACCESS)
        .needs(&["gc"])
        .not_compiled(),
    row("compact_imports", "compact-import-section", WasmFeatures::COMPACT_IMPORTS).not_compiled(),
];

const fn row(key: &'static str, name: &'static str, flag: WasmFeatures) -> Row {
    Row { key, name, aliases: &[], flag, needs: &[], version: None, compiled: true }
}

impl Row {
    const fn version(self, version: u8) -> Row {
        Row { version: Some(version), ..self }
    }

    const fn called(self, aliases: &'static [&'static str]) -> Row {
        Row { aliases, ..self }
    }

    const fn needs(self, needs: &'static [&'static str]) -> Row {
        Row { needs, ..self }
    }

    const fn not_compiled(self) -> Row {
        Row { compiled: false, ..self }
    }
}

/// The place of the row with this key; a key without a row does not compile.
pub(super) const fn place(key: &str) -> usize {
    let mut place = 0;
    while !same(TABLE[place].key.as_bytes(), key.as_bytes()) {
        place += 1;
    }
    place
}

/// `==` for use in constants.
pub(super) const fn same(left: &[u8], right: &[u8]) -> bool {
    let mut index = 0;
    while index < left.len() && index < right.len() && left[index] == right[index] {
        index += 1;
    }
    index == left.len() && index == right.len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Flags of wasmparser that belong to no proposal for modules: its own restrictions and parts of proposals. Those
    /// of components begin with `CM`.
    const OTHER_FLAGS: [&str; 5] =
        ["FLOATS", "GC_TYPES", "COMPONENT_MODEL", "CALL_INDIRECT_OVERLONG", "BULK_MEMORY_OPT"];

    #[test]
    fn every_flag_of_wasmparser_has_a_row_of_the_same_name() {
        let flags: BTreeSet<_> = WasmFeatures::all().iter_names().map(|(name, _)| name.to_owned()).collect();
        let other = |name: &String| name.starts_with("CM") || OTHER_FLAGS.contains(&name.as_str());
        let rows: BTreeSet<_> = TABLE.iter().map(|row| row.key.to_uppercase()).collect();
        assert_eq!(flags.into_iter().filter(|name| !other(name)).collect::<BTreeSet<_>>(), rows);
        for row in TABLE {
            assert_eq!(WasmFeatures::from_name(&row.key.to_uppercase()), Some(row.flag), "{}", row.key);
        }
    }

    #[test]
    fn what_a_proposal_needs_comes_before_it_and_is_compiled_with_it() {
        for (place, row) in TABLE.iter().enumerate() {
            for needed in row.needs {
                let needed = TABLE[..place].iter().find(|earlier| earlier.name == *needed).expect("a row before");
                assert!(needed.compiled || !row.compiled, "{} without {}", row.name, needed.name);
                let is_in_time = needed.version.is_some_and(|needed| row.version.is_none_or(|own| needed <= own));
                assert!(is_in_time || row.version.is_none(), "{} before {}", row.name, needed.name);
            }
        }
    }

    #[test]
    fn no_two_are_called_alike() {
        let names = TABLE.iter().flat_map(|row| row.aliases.iter().chain([&row.name]));
        let mut seen = BTreeSet::new();
        names.for_each(|name| assert!(seen.insert(*name), "{name}"));
    }
}
