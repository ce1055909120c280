//! Work on all cores, in the current rayon thread pool.
//!
//! Results come in the order of the items, and of several errors the first in order is reported: nothing here, and
//! nothing that is called from here, may let the number of threads show in the output.

use rayon::prelude::*;

use crate::error::Result;
use crate::observer::Observer;

/// Applies `work` to each item, with a context of type `C` that a worker keeps from item to item.
pub(crate) fn map<T: Sync, C, R: Send>(
    items: &[T],
    observer: &dyn Observer,
    context: impl Fn() -> C + Sync + Send,
    work: impl Fn(&mut C, &T) -> Result<R> + Sync + Send,
) -> Result<Vec<R>> {
    let results: Vec<Result<R>> = items
        .par_iter()
        .map_init(context, |context, item| {
            let result = work(context, item);
            observer.advance(1);
            result
        })
        .collect();
    results.into_iter().collect()
}

/// Makes a result of each item in two steps. The first steps run one after the other, each with all cores to itself;
/// the second step of an item runs beside the first step of the next. Only the last second step, which runs alone, is
/// observed.
///
/// After an error in a first step no other item is begun, since that could only report a later error.
pub(crate) fn overlap<T: Send, M: Send, R: Send>(
    items: Vec<T>,
    observer: &dyn Observer,
    first: impl Fn(T) -> Result<M>,
    second: impl Fn(M, &dyn Observer) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let mut results: Vec<Option<Result<R>>> = Vec::new();
    results.resize_with(items.len(), || None);
    let last = items.len().saturating_sub(1);
    let second = &second;
    rayon::in_place_scope(|scope| {
        for (position, (item, result)) in items.into_iter().zip(&mut results).enumerate() {
            match first(item) {
                Err(error) => {
                    *result = Some(Err(error));
                    return;
                }
                Ok(between) if position == last => *result = Some(second(between, observer)),
                Ok(between) => scope.spawn(move |_| *result = Some(second(between, &()))),
            }
        }
    });
    // Items that were not begun come after the error, so collecting ends before them.
    results.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn failing_at(first: usize, second: usize) -> Result<Vec<usize>> {
        let fail = |at: usize, item: usize| if item == at { Err(Error::internal(format!("{at}"))) } else { Ok(item) };
        overlap((0..5).collect(), &(), |item| fail(first, item), |item, _| fail(second, item))
    }

    #[test]
    fn results_are_in_order_and_so_are_errors() {
        assert_eq!(failing_at(9, 9).expect("no error"), [0, 1, 2, 3, 4]);
        for (first, second, reported) in [(2, 9, "2"), (9, 4, "4"), (3, 1, "1"), (1, 3, "1")] {
            let error = failing_at(first, second).expect_err("an error").to_string();
            assert!(error.contains(reported), "{error}");
        }
    }
}
