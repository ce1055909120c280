//! Instantiation (core specification, 4.5.4): most of it happens at build time, and the rest becomes steps that run.
//!
//! The start contents of memories and tables are known as long as nothing has run. A segment is copied at build time if
//! it goes into the instance's own memory or table, or if no start function has run before; and only if nothing before
//! it in the same instance is left to run, because that may trap. A segment must never be copied earlier than this
//! allows: a program could see the difference.

use std::collections::HashSet;

use wasmc_abi::trap::Trap;

use super::data::Data;
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::const_expr::{ConstExpr, ConstValue};
use crate::module::entities::{DataMode, ElementMode};
use crate::module::index::{DataIndex, ElemIndex, FuncIndex, IndexVec};
use crate::module::instance::{Instance, InstanceIndex, Minimum};
use crate::options::Options;

/// The instantiation of all instances.
#[derive(Default)]
pub(crate) struct Instantiation {
    /// The steps that run for each instance, in order.
    pub(crate) steps: IndexVec<InstanceIndex, Vec<Step>>,
    /// Instances that are made when the program starts, in order. The driver of a script makes the others later.
    pub(crate) at_start: Vec<InstanceIndex>,
    /// Element segments whose items tables have at start, in order.
    pub(crate) elements: Vec<ElemIndex>,
    /// Data segments whose bytes memories have at start, in order.
    pub(crate) data: Vec<DataIndex>,
    /// Segments that a step copies.
    pub(crate) copied_later: HashSet<Data>,
}

/// A step of an instantiation.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Trap unless a memory or table of another instance has grown.
    Require(Minimum),
    /// Copy an active element segment.
    Elements(ElemIndex),
    /// Copy an active data segment.
    Data(DataIndex),
    /// Call the start function.
    Start(FuncIndex),
    /// Trap: a segment does not fit.
    Trap(Trap),
}

impl Instantiation {
    /// The trap that the program starts with, if it does.
    pub(crate) fn start_trap(&self) -> Option<Trap> {
        let steps = self.at_start.iter().flat_map(|instance| &self.steps[*instance]);
        steps.into_iter().find_map(|step| match step {
            Step::Trap(kind) => Some(*kind),
            _ => None,
        })
    }

    /// Instances whose steps are a function of their own: the program asks for it, or they take more than a call.
    pub(crate) fn functions(&self) -> impl Iterator<Item = InstanceIndex> + '_ {
        let is_function = |instance: &InstanceIndex| {
            let is_call = |step: &Step| matches!(step, Step::Start(_) | Step::Trap(_));
            !self.at_start.contains(instance) || !self.steps[*instance].iter().all(is_call)
        };
        self.steps.iter().map(|(instance, _)| instance).filter(is_function)
    }
}

/// Decides for every segment. In a script, only the last instance is made at start.
///
/// # Errors
/// [`Error::Unlinkable`] for an import that is too small and cannot have grown.
pub(super) fn plan(
    program: &Program<'_>,
    options: &Options,
    value: &impl Fn(&ConstExpr) -> Result<ConstValue>,
) -> Result<Instantiation> {
    let mut plan = Instantiation::default();
    let mut has_run = false;
    let mut traps = false;
    let last = program.instances.len().saturating_sub(1);
    for (position, (index, instance)) in program.instances.iter().enumerate() {
        let at_start = !options.script || position == last;
        // After a trap at start, nothing is made.
        let steps = if at_start && traps {
            Vec::new()
        } else {
            steps(program, instance, at_start && !has_run, value, &mut plan)?
        };
        has_run |= steps.iter().any(|step| matches!(step, Step::Start(_)));
        traps |= at_start && matches!(steps.last(), Some(Step::Trap(_)));
        plan.steps.push(steps);
        if at_start {
            plan.at_start.push(index);
        }
    }
    Ok(plan)
}

/// The steps of one instance. `is_first` says that nothing of the program has run before.
fn steps(
    program: &Program<'_>,
    instance: &Instance<'_>,
    is_first: bool,
    value: &impl Fn(&ConstExpr) -> Result<ConstValue>,
    plan: &mut Instantiation,
) -> Result<Vec<Step>> {
    let mut steps: Vec<Step> = instance.minimums.iter().copied().map(Step::Require).collect();
    if is_first && !steps.is_empty() {
        return Err(Error::Unlinkable {
            message: "incompatible import type: an imported memory or table is smaller than its importer asks for"
                .into(),
            hint: None,
        });
    }
    for segment in (instance.elements.start.0..instance.elements.end.0).map(ElemIndex) {
        let ElementMode::Active { table, offset } = &program.elements[segment].mode else { continue };
        if !steps.is_empty() || !(is_first || instance.spaces.tables.defines(*table)) {
            steps.push(Step::Elements(segment));
            plan.copied_later.insert(Data::PassiveReferences(segment));
        } else if fits(value(offset)?, program.elements[segment].items.len(), program.tables[*table].initial) {
            plan.elements.push(segment);
        } else {
            return Ok(vec![Step::Trap(Trap::TableOutOfBounds)]);
        }
    }
    for segment in (instance.data.start.0..instance.data.end.0).map(DataIndex) {
        let DataMode::Active { memory, offset } = &program.data[segment].mode else { continue };
        let bytes = &program.memories[*memory];
        let length = bytes.initial_pages.saturating_mul(bytes.page_bytes);
        if !steps.is_empty() || !(is_first || instance.spaces.memories.defines(*memory)) {
            steps.push(Step::Data(segment));
            plan.copied_later.insert(Data::PassiveBytes(segment));
        } else if fits(value(offset)?, program.data[segment].bytes.len(), length) {
            plan.data.push(segment);
        } else {
            return Ok(vec![Step::Trap(Trap::MemoryOutOfBounds)]);
        }
    }
    steps.extend(instance.start.map(Step::Start));
    Ok(steps)
}

fn fits(offset: ConstValue, count: usize, length: u64) -> bool {
    offset.index().and_then(|start| start.checked_add(count as u64)).is_some_and(|end| end <= length)
}
