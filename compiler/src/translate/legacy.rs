//! The legacy `try`, read in advance.
//!
//! Its clauses come after the instructions whose exceptions they catch, and the calls among these instructions need a
//! list of the clauses. So bodies with a `try` are read twice; no other body may be.

use wasmparser::{Operator, OperatorsReader};

use crate::error::{Error, Result};

/// A `try` and what follows it. Indices are those of the code.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Try {
    /// Its clauses in order: tags, or `None` for `catch_all`.
    pub(super) clauses: Vec<Option<u32>>,
    /// Whether a `rethrow` refers to it.
    pub(super) is_rethrown: bool,
    /// The label of its `delegate`, which counts from outside of it.
    pub(super) delegate: Option<u32>,
}

/// All `try` instructions of a body, in order, including unreachable ones.
pub(super) fn scan(mut reader: OperatorsReader<'_>) -> Result<Vec<Try>> {
    let mut tries: Vec<Try> = Vec::new();
    // For each open construct, the body first: its position among the `try` instructions, if it is one.
    let mut open: Vec<Option<usize>> = vec![None];
    while !reader.eof() {
        let operator = reader
            .read()
            .map_err(|error| Error::internal(format!("validation passed an operator that cannot be read: {error}")))?;
        let innermost = open.last().copied().flatten();
        match operator {
            Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } | Operator::TryTable { .. } => {
                open.push(None);
            }
            Operator::Try { .. } => {
                open.push(Some(tries.len()));
                tries.push(Try::default());
            }
            Operator::Catch { tag_index } => add_clause(&mut tries, innermost, Some(tag_index)),
            Operator::CatchAll => add_clause(&mut tries, innermost, None),
            Operator::Delegate { relative_depth } => {
                if let Some(position) = innermost {
                    tries[position].delegate = Some(relative_depth);
                }
                open.pop();
            }
            Operator::Rethrow { relative_depth } => {
                let depth = open.len().checked_sub(1 + relative_depth as usize);
                if let Some(position) = depth.and_then(|depth| open[depth]) {
                    tries[position].is_rethrown = true;
                }
            }
            Operator::End => {
                open.pop();
            }
            _ => {}
        }
    }
    Ok(tries)
}

fn add_clause(tries: &mut [Try], innermost: Option<usize>, tag: Option<u32>) {
    if let Some(position) = innermost {
        tries[position].clauses.push(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::{Parser, Payload};

    fn scan_text(body: &str) -> Vec<Try> {
        let wasm = wat::parse_str(format!("(module (tag) (tag) (func {body}))")).expect("valid text");
        let body = Parser::new(0).parse_all(&wasm).find_map(|payload| match payload {
            Ok(Payload::CodeSectionEntry(body)) => Some(body),
            _ => None,
        });
        scan(body.expect("a body").get_operators_reader().expect("operators")).expect("readable")
    }

    #[test]
    fn clauses_and_labels_belong_to_their_try() {
        let tries = scan_text(
            "try
               try block try delegate 2 end catch 1 rethrow 0 catch_all block if rethrow 3 else end end end
               unreachable
               try end
             catch 0 end",
        );
        let expected =
            |clauses: &[Option<u32>], is_rethrown, delegate| Try { clauses: clauses.to_vec(), is_rethrown, delegate };
        assert_eq!(
            tries,
            [
                expected(&[Some(0)], true, None),
                expected(&[Some(1), None], true, None),
                expected(&[], false, Some(2)),
                expected(&[], false, None),
            ]
        );
    }
}
