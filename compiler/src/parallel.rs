//! Function bodies on every core, results in index order: the output never depends on the number of threads.

use rayon::prelude::*;

use crate::Observer;
use crate::error::Result;

/// Applies `work` to each item, with a context of type `C` that a worker keeps from item to item. Of several errors, the
/// first in order is reported.
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
