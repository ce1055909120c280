//! Marks the pieces that the program needs: the whole object, the entry, what must stay, and what these refer to.
//!
//! So only those host calls are in an executable that its module imports: what a program cannot do by its imports, its
//! executable has no code for.

use object::macho;

use super::failed;
use super::program::{PieceOffset, Program, Referent};
use super::references::{ReferenceKind, references};
use crate::error::Result;

/// Marks them.
pub(super) fn mark(program: &mut Program<'_>) -> Result<()> {
    let edges = edges(program)?;
    let mut work = roots(program);
    for (index, piece) in program.pieces.iter().enumerate() {
        if piece.is_live {
            work.push(index);
        }
    }
    for &index in &work {
        program.pieces[index].is_live = true;
    }
    while let Some(from) = work.pop() {
        let first = edges.partition_point(|edge| edge.0 < from);
        for &(_, to) in edges[first..].iter().take_while(|edge| edge.0 == from) {
            if !program.pieces[to].is_live {
                program.pieces[to].is_live = true;
                work.push(to);
            }
        }
    }
    let entry = &program.pieces[program.entry.piece];
    if entry.is_live { Ok(()) } else { Err(failed("the entry is in no section of the program")) }
}

/// What is needed without a reference.
fn roots(program: &Program<'_>) -> Vec<usize> {
    let mut roots = vec![program.entry.piece];
    for (input, targets) in program.inputs.iter().zip(&program.targets) {
        for (symbol, target) in input.symbols.iter().zip(targets) {
            if let Referent::Piece(PieceOffset { piece, .. }) = *target
                && symbol.is_retained
            {
                roots.push(piece);
            }
        }
    }
    let is_retained = |index: &usize| program.section(&program.pieces[*index]).flags & macho::S_ATTR_NO_DEAD_STRIP != 0;
    roots.extend((0..program.pieces.len()).filter(is_retained));
    roots.retain(|index| program.section(&program.pieces[*index]).is_loaded());
    roots
}

/// Which piece refers to which, sorted; without those to pieces that are needed anyhow.
fn edges(program: &Program<'_>) -> Result<Vec<(usize, usize)>> {
    let mut edges = Vec::new();
    for (input, section) in program.loaded_sections() {
        for reference in references(program, input, section) {
            let reference = reference?;
            let from = program.place(input, section, reference.offset).piece;
            let subtracted = match reference.kind {
                ReferenceKind::Difference { from, .. } => Some(from),
                _ => None,
            };
            for target in [Some(reference.target), subtracted].into_iter().flatten() {
                let Referent::Piece(PieceOffset { piece, .. }) = target else { continue };
                if !program.pieces[piece].is_live {
                    let section = program.section(&program.pieces[piece]);
                    if !section.is_loaded() {
                        return Err(failed(format!("a reference to section {}", section.shown())));
                    }
                    edges.push((from, piece));
                }
            }
        }
    }
    edges.sort_unstable();
    edges.dedup();
    Ok(edges)
}
