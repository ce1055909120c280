//! Chooses the members of the archive that the object needs: those that define undefined symbols, again and again.
//!
//! Names are compared, nothing else: which definition counts, and what a missing one means, is decided in `program`.

use std::collections::BTreeSet;

use super::input::{self, Definition, Input};
use super::{Architecture, imports};
use crate::error::Result;

/// The needed members in their order, then the object.
///
/// The object is last, so that its text directly follows the functions that it calls: a branch of arm64 reaches
/// 128 MiB, and only the object's text can be longer than that. The runtime calls nothing in it but its first function.
pub(super) fn select<'a>(
    object: &'a [u8],
    members: &'a [Vec<u8>],
    architecture: Architecture,
) -> Result<Vec<Input<'a>>> {
    let object = input::read(object, architecture)?;
    let mut remaining = members.iter().map(|member| input::read(member, architecture)).collect::<Result<Vec<_>>>()?;
    let imports: BTreeSet<&[u8]> = imports::names(architecture).into_iter().map(str::as_bytes).collect();
    let mut chosen = Vec::new();
    let (mut wanted, mut defined) = (BTreeSet::from([super::program::ENTRY]), BTreeSet::new());
    add(&object, &mut wanted, &mut defined);
    loop {
        let missing = |name: &[u8]| wanted.contains(name) && !defined.contains(name) && !imports.contains(name);
        let Some(index) = remaining.iter().position(|member| definitions(member).any(missing)) else { break };
        let member = remaining.remove(index);
        add(&member, &mut wanted, &mut defined);
        chosen.push(member);
    }
    chosen.push(object);
    Ok(chosen)
}

/// Global names that an object defines.
fn definitions<'a>(input: &Input<'a>) -> impl Iterator<Item = &'a [u8]> {
    let defined = |definition| matches!(definition, Definition::Defined { .. });
    input.symbols.iter().filter(move |symbol| symbol.is_global && defined(symbol.definition)).map(|symbol| symbol.name)
}

fn add<'a>(input: &Input<'a>, wanted: &mut BTreeSet<&'a [u8]>, defined: &mut BTreeSet<&'a [u8]>) {
    defined.extend(definitions(input));
    let undefined = input.symbols.iter().filter(|symbol| matches!(symbol.definition, Definition::Undefined));
    wanted.extend(undefined.map(|symbol| symbol.name));
}
