//! Keeps entries that others refer to, although their code was removed: types that are declared in a function, and
//! functions that are imported, specified or inlined elsewhere. Such a function is without code then, as a declaration.
//!
//! From here on no entry refers to one that is left out.

use super::entries::{Entries, Value};

/// Keeps what entries that stay refer to, and the entries at these offsets of the input, to which other units refer.
pub(super) fn keep_referenced(entries: &mut Entries<'_>, targets: &[u32]) {
    let mut parents = Vec::with_capacity(entries.list.len());
    let mut open: Vec<u32> = Vec::new();
    for position in 0..entries.list.len() as u32 {
        while open.last().is_some_and(|parent| entries.list[*parent as usize].end <= position) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(position);
    }

    let mut pending: Vec<u32> = targets.iter().filter_map(|target| entries.at(*target)).collect();
    for position in 0..entries.list.len() as u32 {
        if !entries.list[position as usize].dropped {
            resolve(entries, position, &mut pending);
        }
    }
    while let Some(position) = pending.pop() {
        keep(entries, &parents, position, &mut pending);
    }
}

/// Keeps an entry, the entries around it, and the entries in it if it is a type.
fn keep(entries: &mut Entries<'_>, parents: &[Option<u32>], position: u32, pending: &mut Vec<u32>) {
    if !entries.list[position as usize].dropped {
        return;
    }
    let last = match entries.list[position as usize].tag {
        gimli::DW_TAG_subprogram | gimli::DW_TAG_lexical_block | gimli::DW_TAG_inlined_subroutine => position + 1,
        _ => entries.list[position as usize].end,
    };
    for inside in position..last {
        if entries.list[inside as usize].dropped {
            entries.list[inside as usize].dropped = false;
            resolve(entries, inside, pending);
        }
    }
    let mut around = parents[position as usize];
    while let Some(parent) = around.filter(|parent| entries.list[*parent as usize].dropped) {
        entries.list[parent as usize].dropped = false;
        resolve(entries, parent, pending);
        around = parents[parent as usize];
    }
}

/// Turns offsets of the input into positions. Entries that are left out so far are `pending`.
fn resolve(entries: &mut Entries<'_>, position: u32, pending: &mut Vec<u32>) {
    let range = entries.list[position as usize].attributes.clone();
    for index in range.start as usize..range.end as usize {
        match &entries.attributes[index].value {
            Value::UnitRef(input) => {
                let target = entries.at(*input);
                pending.extend(target.filter(|target| entries.list[*target as usize].dropped));
                entries.attributes[index].value = target.map_or(Value::Absent, Value::Entry);
            }
            Value::Expression(expression) => {
                let targets = expression.base_types.iter().filter_map(|(_, input)| entries.at(*input));
                pending.extend(targets.filter(|target| entries.list[*target as usize].dropped));
            }
            _ => {}
        }
    }
}
