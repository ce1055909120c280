//! Marks the pieces that the program needs: the compiler's object, the entry, retained pieces, and all that these refer
//! to.
//!
//! So an executable contains only the host calls that its module imports, and no code for anything else that a host
//! call could do. A piece must not be included for any other reason than a reference from a live piece or its own
//! flags.

use object::macho;

use super::failed;
use super::program::{PieceOffset, Program, Referent};
use super::references::{ReferenceKind, references};
use crate::error::Result;

/// Sets [`is_live`](super::program::Piece::is_live) of all pieces that the program needs.
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

/// Pieces that are needed without a reference to them.
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

/// Pairs of a piece and a piece that it refers to, sorted. Pairs whose second piece is live already are left out.
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
