//! The names in a `--cpu` specification: the look-up of a feature, and the errors for names that the target lacks.
//!
//! Each error says what to write instead: a name that is spelled alike, the target that has the name, or the list. A
//! name must not be accepted here in any other spelling than the table's.

use super::Cpu;
use super::table::Architecture;
use crate::error::{Error, Result};
use crate::nearest::nearest;
use crate::target::{TARGETS, Target};

/// The feature of this name, as the table spells it.
pub(super) fn known(name: &str, target: Target) -> Result<&'static str> {
    let architecture = Architecture::of(target);
    if let Some(feature) = architecture.feature(name) {
        return Ok(feature.name);
    }
    let names = Cpu::features(target);
    let list = format!("the features of {target} are {}", names.join(", "));
    Err(Error::Options {
        message: format!("unknown processor feature '{name}' for target {target}"),
        hint: Some(match (elsewhere(name, target), nearest(name, names)) {
            (Some(other), _) => for_one_target(name, other, &format!("+{name}")),
            (None, Some(near)) => format!("did you mean {near}? {list}"),
            (None, None) => list,
        }),
    })
}

/// Another target that has a level or feature of this name.
fn elsewhere(name: &str, target: Target) -> Option<Target> {
    TARGETS.into_iter().find(|other| {
        *other != target && (Cpu::levels(*other).contains(&name) || Architecture::of(*other).feature(name).is_some())
    })
}

fn for_one_target(name: &str, target: Target, specification: &str) -> String {
    format!("{name} is for {target}; give it to that target alone, with --cpu {target}={specification}")
}

pub(super) fn unknown(name: &str, target: Target) -> Error {
    let levels = Cpu::levels(target);
    let list = format!("use baseline, native, {}, or features, as in +{}", levels.join(", "), Cpu::features(target)[0]);
    let hint = match Architecture::of(target).feature(name) {
        Some(_) => format!("put a sign before a feature: --cpu +{name}"),
        None => match (elsewhere(name, target), nearest(name, levels)) {
            // A name that another target has is no typing error, however close it is to one of this target.
            (Some(other), _) => for_one_target(name, other, name),
            (None, Some(near)) => format!("did you mean {near}? {list}"),
            (None, None) => list,
        },
    };
    Error::Options { message: format!("unknown cpu '{name}' for target {target}"), hint: Some(hint) }
}

pub(super) fn unsigned(change: &str, target: Target) -> Error {
    let is_base = matches!(change, "baseline" | "native") || Cpu::levels(target).contains(&change);
    let hint = match is_base {
        true => format!("put it first: --cpu {change},+feature"),
        false => format!("write +{change} to use it, or -{change} not to"),
    };
    Error::Options { message: format!("a processor feature has a sign, and '{change}' has none"), hint: Some(hint) }
}
