//! The meaning of the options for what the program may touch: one [`Policy`] from `--dir`, `--env` and the others.
//!
//! It exists apart from the options of a compilation because a mistake here would give a program more than its user
//! meant. An option that is given again must be refused or replaced, never dropped without a rule, and nothing here may
//! look at the file system.

use wasmc_compiler::{EnvironmentVariable, Policy, Preopen};

use super::PolicyArguments;
use crate::diagnostics::{Failure, escape};

/// Refuses two directories of one name and a descriptor that is given twice.
pub(super) fn policy(arguments: PolicyArguments) -> Result<Policy, Failure> {
    let mut preopens: Vec<Preopen> = Vec::new();
    for directory in arguments.dir {
        if preopens.iter().any(|preopen| preopen.guest == directory.guest) {
            return Err(Failure::usage(format!(
                "two directories have the guest's name '{}'",
                escape(&directory.guest)
            ))
            .hint("give each another name with --dir HOST::GUEST"));
        }
        preopens.push(directory);
    }
    let mut environment: Vec<EnvironmentVariable> = Vec::new();
    for variable in arguments.env {
        // As in env(1), the last one given counts.
        environment.retain(|earlier| earlier.name != variable.name);
        environment.push(variable);
    }
    let mut inherited_descriptors = Vec::new();
    for descriptor in arguments.fd {
        if inherited_descriptors.contains(&descriptor) {
            return Err(Failure::usage(format!("descriptor {descriptor} is given twice")));
        }
        inherited_descriptors.push(descriptor);
    }
    Ok(Policy {
        preopens,
        environment,
        inherit_environment: arguments.inherit_env,
        arg0: arguments.arg0,
        inherited_descriptors,
        sealed: arguments.sealed,
    })
}
