//! A set of processor features that is being changed: adding brings what a feature implies, removing takes what implies
//! it.
//!
//! It exists so that no order of changes leads to a set that no processor has. It is closed under implication after
//! each change, so no code outside of this file may change the features one by one.

use super::table::{self, Architecture};
use super::{Cpu, Features};
use crate::target::Target;

/// A set of features that is being changed. It is closed under implication after each change.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) architecture: &'static Architecture,
    /// For each feature of the architecture, in the order of the table: whether it is in the set.
    present: Vec<bool>,
}

impl PartialEq for Architecture {
    fn eq(&self, other: &Architecture) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Architecture {}

impl Set {
    pub(super) fn new(target: Target, names: &[&str]) -> Set {
        let architecture = Architecture::of(target);
        let mut set = Set { architecture, present: vec![false; architecture.features.len()] };
        names.iter().for_each(|name| set.add(name));
        set
    }

    pub(super) fn of(features: &Features, target: Target) -> Set {
        Set::new(target, &features.names)
    }

    pub(super) fn baseline(target: Target) -> Set {
        Set::new(target, table::baseline(target))
    }

    /// A level, with the baseline added: asking for a level never removes a feature of the target.
    pub(super) fn level(name: &str, target: Target) -> Option<Set> {
        let level = Architecture::of(target).levels.iter().find(|level| level.name == name)?;
        let mut set = Set::baseline(target);
        level.features.iter().for_each(|feature| set.add(feature));
        Some(set)
    }

    pub(super) fn members(&self) -> impl Iterator<Item = &'static table::Feature> {
        self.architecture
            .features
            .iter()
            .zip(&self.present)
            .filter(|(_, present)| **present)
            .map(|(feature, _)| feature)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.members().any(|feature| feature.name == name)
    }

    pub(super) fn add(&mut self, name: &str) {
        let Some(place) = self.architecture.features.iter().position(|feature| feature.name == name) else { return };
        self.present[place] = true;
        self.architecture.features[place].implies.iter().for_each(|implied| self.add(implied));
    }

    /// Removes a feature and all features that imply it. One walk is enough, because the table lists a feature after
    /// those that it implies.
    pub(super) fn remove(&mut self, name: &str) {
        for place in 0..self.present.len() {
            let feature = &self.architecture.features[place];
            self.present[place] &= feature.name != name && feature.implies.iter().all(|implied| self.has(implied));
        }
    }

    fn contains(&self, other: &Set) -> bool {
        self.present.iter().zip(&other.present).all(|(own, other)| *own || !*other)
    }

    pub(super) fn cpu(self, target: Target) -> Cpu {
        if self == Set::baseline(target) {
            return Cpu::Baseline;
        }
        Cpu::Features(Features { names: self.members().map(|feature| feature.name).collect() })
    }

    /// The largest level in the set and the features beyond it. For a set that lacks some of the baseline, the baseline
    /// and the features that differ from it.
    pub(super) fn spelled(&self, target: Target) -> String {
        let (mut name, mut reached) = ("baseline", Set::baseline(target));
        for level in self.architecture.levels {
            let Some(set) = Set::level(level.name, target) else { continue };
            if self.contains(&set) && set.members().count() > reached.members().count() {
                (name, reached) = (level.name, set);
            }
        }
        let mut text = name.to_owned();
        // Backward through the table, so that a feature comes before those that it implies; then in the order of the
        // table.
        let mut added = Vec::new();
        for feature in self.members().collect::<Vec<_>>().into_iter().rev() {
            if !reached.has(feature.name) {
                reached.add(feature.name);
                added.push(feature.name);
            }
        }
        text.extend(added.iter().rev().map(|name| format!(",+{name}")));
        let removed: Vec<_> = reached.members().filter(|feature| !self.has(feature.name)).collect();
        text.extend(removed.iter().map(|feature| format!(",-{}", feature.name)));
        text
    }
}
