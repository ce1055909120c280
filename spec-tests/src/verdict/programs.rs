//! Divides a script into programs.
//!
//! It exists for modes in which one memory of a program is unlike the others: then modules should be alone. Modules
//! that share state must not come apart.

use std::collections::BTreeSet;

use crate::engine::Mode;
use crate::script::Script;

/// The instances of each program that a script becomes: all in one, or one program for each group of instances that
/// depend on each other, apart from `spectest`.
pub(super) fn programs(script: &Script, mode: &Mode) -> Vec<BTreeSet<usize>> {
    let all = 0..script.instances.len();
    if !mode.splits() {
        return vec![all.collect()];
    }
    let mut programs: Vec<BTreeSet<usize>> = Vec::new();
    for index in all.skip(1) {
        let mut program: BTreeSet<usize> = script.instances[index].providers.values().copied().collect();
        program.extend([0, index]);
        let connected = |other: &mut BTreeSet<usize>| other.intersection(&program).any(|instance| *instance != 0);
        let others: Vec<_> = programs.extract_if(.., connected).collect();
        program.extend(others.into_iter().flatten());
        programs.push(program);
    }
    programs
}
