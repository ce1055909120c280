//! One call of the library as the command line makes it: with its threads, its progress bar, and bugs caught.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use wasmc_compiler::{Observer, Options, Output, ProgramModule};

use crate::args::resolve::{Compilation, Verbosity};
use crate::crash;
use crate::diagnostics::{Failure, note, plain, reason, warning};
use crate::input::{Contents, Identity};
use crate::progress::Progress;
use crate::times::Times;

/// Stack of each worker, in bytes of address space: deeply nested modules take more than the usual 2 MiB.
const WORKER_STACK_BYTES: usize = 16 << 20;

/// The modules of a program, read.
pub(crate) struct Sources {
    /// The one that is run.
    pub(crate) main: Contents,
    /// Those that it is linked with, by name.
    pub(crate) preloads: Vec<(String, Contents)>,
}

impl Sources {
    /// Reads all of them.
    pub(crate) fn read(compilation: &Compilation) -> Result<Sources, Failure> {
        let main = compilation.input.read()?;
        let preloads = compilation.preloads.iter().map(|(name, input)| Ok((name.clone(), input.read()?)));
        Ok(Sources { main, preloads: preloads.collect::<Result<_, Failure>>()? })
    }

    /// Which files they are.
    pub(crate) fn identities(&self) -> Vec<Identity> {
        let preloads = self.preloads.iter().map(|(_, module)| module);
        preloads.chain([&self.main]).filter_map(|module| module.identity).collect()
    }

    /// As a program: every module may import from those before it.
    fn modules(&self) -> Vec<ProgramModule<'_>> {
        let names: Vec<_> = self.preloads.iter().enumerate().map(|(at, (name, _))| (name.as_str(), at)).collect();
        let bytes = self.preloads.iter().map(|(_, module)| module.bytes.as_slice()).chain([self.main.bytes.as_slice()]);
        bytes.enumerate().map(|(at, bytes)| ProgramModule { bytes, imports: names[..at].to_vec() }).collect()
    }
}

/// Compiles these modules; the outputs are in the order of the options.
pub(crate) fn compile(sources: &Sources, compilation: &Compilation, times: &Times) -> Result<Vec<Output>, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(compilation.jobs)
        .thread_name(|index| format!("compile {index}"))
        .stack_size(WORKER_STACK_BYTES)
        .build()
        .map_err(|error| {
            let threads = compilation.jobs;
            Failure::new(format!("cannot start {threads} threads: {}", reason(&error))).hint("use fewer, with -j N")
        })?;
    let modules = sources.modules();
    let watch = Watch { progress: Progress::start(compilation.verbosity), times, module: AtomicUsize::new(0) };
    // The module that the library looked at last.
    let input = || compilation.preloads.get(watch.module.load(Relaxed)).map_or(&compilation.input, |(_, input)| input);
    let compiled = crash::guard(&compilation.input.display(), || {
        pool.install(|| wasmc_compiler::compile_each(&modules, &compilation.options, &watch))
    })?;
    compiled.map_err(|error| Failure::library(&input().display(), &error))
}

/// Passes on what the library says of its progress.
struct Watch<'a> {
    progress: Progress,
    times: &'a Times,
    /// The position in the program of the module that is looked at.
    module: AtomicUsize,
}

impl Observer for Watch<'_> {
    fn phase(&self, name: &'static str, steps: Option<u64>) {
        self.times.mark(name);
        self.progress.phase(name, steps);
    }

    fn advance(&self, steps: u64) {
        self.progress.advance(steps);
    }

    fn module(&self, position: usize) {
        self.module.store(position, Relaxed);
    }
}

/// Says what the user asked to know of a compilation that took place.
pub(crate) fn report(outputs: &[Output], times: &Times, compilation: &Compilation) {
    if compilation.verbosity == Verbosity::Verbose {
        for (output, options) in outputs.iter().zip(&compilation.options) {
            let target = match outputs {
                [_] => None,
                _ => Some(options),
            };
            report_output(output, target);
        }
    }
    if compilation.time {
        plain(&times.table());
    }
}

/// Of one of several outputs, the target is said as well.
fn report_output(output: &Output, of_several: Option<&Options>) {
    let target = of_several.map_or_else(String::new, |options| format!("{}: ", options.target));
    for message in &output.warnings {
        warning(&format!("{target}{message}"));
    }
    let statistics = &output.statistics;
    note(&format!(
        "{target}{} functions compiled, {} dropped; {} of code, {} of start image, {} in all",
        statistics.functions,
        statistics.functions_dropped,
        bytes_text(statistics.code_bytes),
        bytes_text(statistics.image_bytes),
        bytes_text(output.bytes.len() as u64),
    ));
}

/// A number of bytes for people.
pub(crate) fn bytes_text(bytes: u64) -> String {
    let exact = bytes as f64;
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..0x10_0000 => format!("{:.1} KiB", exact / 1024.0),
        0x10_0000..0x4000_0000 => format!("{:.1} MiB", exact / (1024.0 * 1024.0)),
        0x4000_0000..0x100_0000_0000 => format!("{:.2} GiB", exact / (1024.0 * 1024.0 * 1024.0)),
        _ => format!("{:.2} TiB", exact / (1024.0 * 1024.0 * 1024.0 * 1024.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_for_people() {
        assert_eq!(bytes_text(1023), "1023 B");
        assert_eq!(bytes_text(1536), "1.5 KiB");
        assert_eq!(bytes_text(3 << 20), "3.0 MiB");
        assert_eq!(bytes_text(5 << 30), "5.00 GiB");
        assert_eq!(bytes_text(5 << 40), "5.00 TiB");
    }
}
