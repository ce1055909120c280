//! `wasmc clean`: removes the programs that `wasmc run` compiled, or lists them. It must remove no file that wasmc did
//! not make, so it takes the entries that the cache lists and nothing else.

use std::time::Duration;

use crate::args::CleanArguments;
use crate::args::resolve::Verbosity;
use crate::cache::{CACHE_BYTES_MAX, Cache, Entry};
use crate::diagnostics::{Failure, note, quoted, reason};
use crate::output;
use crate::quantities::{age_text, bytes_text};

const SECONDS_PER_DAY: u64 = 86_400;

pub(crate) fn clean(arguments: &CleanArguments, verbosity: Verbosity) -> Result<(), Failure> {
    let days = u64::from(arguments.unused_for.unwrap_or(0));
    let age = Duration::from_secs(days * SECONDS_PER_DAY);
    let caches = Cache::existing();
    let old =
        |cache: &Cache| -> Vec<Entry> { cache.entries().into_iter().filter(|entry| entry.age() >= age).collect() };
    if arguments.list {
        let text: Vec<_> = caches.iter().map(|cache| list(cache, &old(cache))).collect();
        return output::stdout(text.join("\n").as_bytes());
    }
    for cache in &caches {
        let entries = old(cache);
        for entry in &entries {
            entry.remove().map_err(|error| {
                let path = cache.name().join(&entry.name);
                Failure::new(format!("cannot remove {}: {}", quoted(&path), reason(&error)))
            })?;
        }
        if verbosity != Verbosity::Quiet {
            note(&format!("removed {} from {}", total(&entries), quoted(cache.name())));
        }
    }
    Ok(())
}

fn list(cache: &Cache, entries: &[Entry]) -> String {
    let mut text = format!("{}: {} of {} at most\n", quoted(cache.name()), total(entries), bytes_text(CACHE_BYTES_MAX));
    for entry in entries {
        text += &format!("{:>10}  used {:>6} ago  {}\n", bytes_text(entry.bytes), age_text(entry.age()), entry.name);
    }
    text
}

fn total(entries: &[Entry]) -> String {
    let bytes = entries.iter().map(|entry| entry.bytes).sum();
    let programs = if entries.len() == 1 { "program" } else { "programs" };
    format!("{} {programs}, {}", entries.len(), bytes_text(bytes))
}
