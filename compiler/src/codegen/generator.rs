//! The code generator for one target, and the cheaper one for functions whose optimization would not end.
//!
//! The time of Cranelift's register allocator grows faster than the number of values that pass between blocks. Nested
//! loops have very many of these values: 45 KB with 3000 nested loops and 200 locals took more than a minute, 25 KB
//! with 100 loops and 3000 locals half a minute. Such a function is compiled as with `-O0`, whose allocator takes
//! linear time. The decision depends on the function alone, so that equal input gives equal bytes; no clock may take
//! part in it.

use cranelift_codegen::ir::Function;
use cranelift_codegen::isa::{OwnedTargetIsa, TargetIsa};

use super::settings;
use crate::error::Result;
use crate::options::{OptLevel, Options};

/// The code generator of a compilation.
pub(crate) struct Generator {
    isa: OwnedTargetIsa,
    /// The same machine without optimization, where the options ask for optimization.
    unoptimized: Option<OwnedTargetIsa>,
    makes_maps: bool,
}

/// Functions with fewer values between their blocks are always optimized: it takes half a second at most.
const JOINED_VALUES_MIN: usize = 20_000;

impl Generator {
    /// The code generator for these options.
    ///
    /// # Errors
    /// As [`settings::isa`].
    pub(crate) fn new(options: &Options) -> Result<Generator> {
        let isa = settings::isa(options, options.opt_level)?;
        let unoptimized = match options.opt_level {
            OptLevel::None => None,
            OptLevel::Less | OptLevel::Speed | OptLevel::Size => Some(settings::isa(options, OptLevel::None)?),
        };
        Ok(Generator { isa, unoptimized, makes_maps: options.debug_info.is_wanted() })
    }

    /// Whether functions get a map for debug information.
    pub(crate) fn makes_maps(&self) -> bool {
        self.makes_maps
    }

    /// The machine, with the settings that the options ask for.
    pub(crate) fn isa(&self) -> &OwnedTargetIsa {
        &self.isa
    }

    /// The machine with the settings for a function whose body has `body_bytes`, and whether these leave out
    /// optimization that the options ask for.
    pub(crate) fn isa_for(&self, function: &Function, body_bytes: usize) -> (&dyn TargetIsa, bool) {
        let joined = function.layout.blocks().map(|block| function.dfg.num_block_params(block)).sum();
        match &self.unoptimized {
            Some(unoptimized) if is_too_slow(joined, body_bytes) => (&**unoptimized, true),
            _ => (&*self.isa, false),
        }
    }
}

/// Whether optimizing takes too long. In ordinary code, each value that a block takes from the blocks before it needs
/// several bytes of code: a `local.set`, and the end of a construct. But a loop takes every value that changes in any
/// loop inside of it, so nested loops can have more such values than bytes.
fn is_too_slow(joined_values: usize, body_bytes: usize) -> bool {
    joined_values > JOINED_VALUES_MIN && joined_values > body_bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_loops_are_too_slow_and_long_code_is_not() {
        assert!(is_too_slow(3000 * 200, 45_000));
        assert!(is_too_slow(32 * 8000, 80_000));
        assert!(!is_too_slow(100 * 100, 2_000), "small");
        assert!(!is_too_slow(200_000, 2_000_000), "one value for ten bytes");
    }
}
