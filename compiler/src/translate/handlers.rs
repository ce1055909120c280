//! Handlers of exceptions: the clauses that catch an exception at a point of the body, and the blocks where it lands.
//!
//! Each `try_table`, and each legacy `try`, is a *scope* of clauses; scopes point to the one around them. Usually that
//! is a stack, but `delegate` skips some scopes, so all of them are kept until the body is translated. For an exception
//! that the body throws itself, the clause that catches it is known here; for an exception that comes out of a call,
//! the machine code gets the list of clauses in scope. This file emits no code.

use std::collections::HashSet;

use cranelift_codegen::ir::Block;

use crate::module::index::TagIndex;

/// All scopes of a body.
#[derive(Default)]
pub(super) struct Handlers {
    scopes: Vec<Scope>,
}

/// One scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ScopeId(usize);

/// One clause of a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ClauseId {
    scope: ScopeId,
    position: usize,
}

struct Scope {
    outer: Option<ScopeId>,
    clauses: Vec<Clause>,
}

/// A clause catches exceptions of one tag, or all.
#[derive(Clone, Copy)]
pub(super) struct Clause {
    /// The tag; `None` for all.
    pub(super) tag: Option<TagIndex>,
    /// Where control goes.
    pub(super) destination: Destination,
    /// The block that gets the exception, once anything can throw one there.
    pub(super) landing: Option<Block>,
}

/// Where control goes after a clause has caught an exception.
#[derive(Clone, Copy)]
pub(super) enum Destination {
    /// `try_table`: to a label, with the values that the exception carries.
    Label {
        /// The position of its frame.
        frame: usize,
        /// Whether the exception itself goes there too.
        with_reference: bool,
    },
    /// Legacy `try`: into the instructions of the clause.
    Inside,
}

impl Handlers {
    /// Opens a scope inside of another.
    pub(super) fn open(&mut self, outer: Option<ScopeId>, clauses: Vec<(Option<TagIndex>, Destination)>) -> ScopeId {
        let clauses =
            clauses.into_iter().map(|(tag, destination)| Clause { tag, destination, landing: None }).collect();
        self.scopes.push(Scope { outer, clauses });
        ScopeId(self.scopes.len() - 1)
    }

    /// A clause.
    pub(super) fn clause(&self, id: ClauseId) -> Clause {
        self.scopes[id.scope.0].clauses[id.position]
    }

    /// Sets where the exceptions of a clause land.
    pub(super) fn set_landing(&mut self, id: ClauseId, landing: Block) {
        self.scopes[id.scope.0].clauses[id.position].landing = Some(landing);
    }

    /// The clauses of one scope, in order.
    pub(super) fn clauses_of(&self, scope: ScopeId) -> impl Iterator<Item = ClauseId> + use<> {
        (0..self.scopes[scope.0].clauses.len()).map(move |position| ClauseId { scope, position })
    }

    /// The clauses that can catch an exception in the scope of `innermost`, in the order in which they are tried: each
    /// tag once, and no clause after one that catches all.
    pub(super) fn in_scope(&self, innermost: Option<ScopeId>) -> Vec<ClauseId> {
        let mut found = Vec::new();
        let mut taken = HashSet::new();
        let mut next = innermost;
        while let Some(scope) = next {
            for id in self.clauses_of(scope) {
                let tag = self.clause(id).tag;
                if tag.is_none_or(|tag| taken.insert(tag)) {
                    found.push(id);
                }
                if tag.is_none() {
                    return found;
                }
            }
            next = self.scopes[scope.0].outer;
        }
        found
    }

    /// The clause that catches exceptions of a tag in the scope of `innermost`.
    pub(super) fn catching(&self, innermost: Option<ScopeId>, tag: TagIndex) -> Option<ClauseId> {
        let catches = |id: &ClauseId| self.clause(*id).tag.is_none_or(|taken| taken == tag);
        let mut next = innermost;
        while let Some(scope) = next {
            if let Some(id) = self.clauses_of(scope).find(catches) {
                return Some(id);
            }
            next = self.scopes[scope.0].outer;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Option<TagIndex> = Some(TagIndex(1));
    const TWO: Option<TagIndex> = Some(TagIndex(2));

    #[test]
    fn inner_clauses_come_first_and_a_clause_for_all_is_the_last() {
        let mut handlers = Handlers::default();
        let inside = |tag| (tag, Destination::Inside);
        let outermost = handlers.open(None, vec![inside(ONE)]);
        let outer = handlers.open(Some(outermost), vec![inside(ONE), inside(None), inside(TWO)]);
        let inner = handlers.open(Some(outer), vec![inside(TWO), inside(TWO)]);
        let found = |scope| -> Vec<_> {
            handlers.in_scope(scope).into_iter().map(|id| (id.scope, handlers.clause(id).tag)).collect()
        };
        assert_eq!(found(Some(inner)), [(inner, TWO), (outer, ONE), (outer, None)]);
        assert_eq!(found(Some(outermost)), [(outermost, ONE)]);
        assert_eq!(found(None), []);
        let catching = |scope, tag| handlers.catching(scope, tag).map(|id| (id.scope, id.position));
        assert_eq!(catching(Some(inner), TagIndex(2)), Some((inner, 0)));
        assert_eq!(catching(Some(inner), TagIndex(3)), Some((outer, 1)));
        assert_eq!(catching(Some(outermost), TagIndex(3)), None);
    }
}
