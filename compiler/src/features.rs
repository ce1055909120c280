//! The table of WebAssembly proposals: which ones wasmc compiles, and how it names those that it does not.

use rayon::prelude::*;
use wasmparser::{BinaryReaderError, Operator, WasmFeatures};

use crate::error::Error;
use crate::inspect::Proposals;
use crate::module;

/// What wasmc compiles.
pub(crate) const SUPPORTED: WasmFeatures = WasmFeatures::WASM2
    .union(WasmFeatures::EXTENDED_CONST)
    .union(WasmFeatures::EXCEPTIONS)
    .union(WasmFeatures::LEGACY_EXCEPTIONS)
    .union(WasmFeatures::THREADS)
    .union(WasmFeatures::TAIL_CALL)
    .union(WasmFeatures::RELAXED_SIMD)
    .union(WasmFeatures::MULTI_MEMORY)
    .union(WasmFeatures::MEMORY64)
    .union(WasmFeatures::FUNCTION_REFERENCES)
    .union(WasmFeatures::WIDE_ARITHMETIC)
    .union(WasmFeatures::CUSTOM_PAGE_SIZES);

/// A proposal that is not compiled yet.
struct Proposal {
    /// The name of its repository.
    name: &'static str,
    /// Its wasmparser flag.
    flag: WasmFeatures,
    /// Flags of the proposals that it builds on.
    needs: WasmFeatures,
}

/// Proposals by which a valid module may exceed [`SUPPORTED`], the most common first.
const UNSUPPORTED: [Proposal; 7] = [
    Proposal { name: "gc", flag: WasmFeatures::GC, needs: WasmFeatures::FUNCTION_REFERENCES },
    proposal("stack-switching", WasmFeatures::STACK_SWITCHING),
    proposal("shared-everything-threads", WasmFeatures::SHARED_EVERYTHING_THREADS),
    proposal("memory-control", WasmFeatures::MEMORY_CONTROL),
    Proposal {
        name: "custom-descriptors",
        flag: WasmFeatures::CUSTOM_DESCRIPTORS,
        needs: WasmFeatures::GC.union(WasmFeatures::FUNCTION_REFERENCES),
    },
    proposal("relaxed-atomics", WasmFeatures::ACQUIRE_RELEASE_ATOMICS),
    proposal("compact-import-section", WasmFeatures::COMPACT_IMPORTS),
];

const fn proposal(name: &'static str, flag: WasmFeatures) -> Proposal {
    Proposal { name, flag, needs: WasmFeatures::empty() }
}

/// Turns a validation error into the better of two messages: a proposal that would make the module valid further than
/// the error, or else what is invalid.
pub(crate) fn explain(wasm: &[u8], error: BinaryReaderError) -> Error {
    let reach = |features| match module::validity(wasm, features) {
        Ok(()) => u64::MAX,
        Err(error) => error.offset(),
    };
    let furthest = UNSUPPORTED
        .par_iter()
        .map(|proposal| (reach(SUPPORTED.union(proposal.flag).union(proposal.needs)), proposal))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .max_by_key(|(reach, _)| *reach);
    let place = module::find_function(wasm, |body| body.range().contains(&error.offset()).then_some(error.offset()));
    match furthest {
        Some((reach, proposal)) if reach > error.offset() => {
            let place = place.or_else(|| first_use(wasm, proposal));
            Error::Unsupported {
                proposal: proposal.name.into(),
                message: in_function(error.message(), place.as_ref()),
                offset: Some(place.map_or(error.offset(), |(_, offset)| offset)),
            }
        }
        _ => Error::Invalid {
            message: in_function(error.message(), place.as_ref()),
            offset: Some(error.offset()),
            hint: None,
        },
    }
}

fn in_function(message: &str, place: Option<&(String, u64)>) -> String {
    match place {
        Some((function, _)) => format!("{message} in {function}"),
        None => message.into(),
    }
}

/// Where code first uses a proposal: says more than the section before the code that gave the error.
fn first_use(wasm: &[u8], proposal: &Proposal) -> Option<(String, u64)> {
    let named = Proposals::named(proposal.name);
    let uses = |operator: &Operator<'_>| Proposals::of_operator(operator).intersects(named);
    module::find_function(wasm, |body| module::find_operator(body, uses))
}

/// What a component gets, which is another format in the same clothes.
pub(crate) fn component() -> Error {
    Error::Unsupported {
        proposal: "component-model".into(),
        message: "the file is a component, not a module".into(),
        offset: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_proposal_can_be_found_in_code() {
        for proposal in UNSUPPORTED {
            assert_ne!(Proposals::named(proposal.name), Proposals::default(), "{}", proposal.name);
        }
    }
}
