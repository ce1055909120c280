//! One call of the library as the command line makes it: the modules read, worker threads with deep stacks, a progress
//! bar, and panics caught. Commands compile here and nowhere else, so that each gets all four.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use wasmc_compiler::{Backtrace, Observer, Options, Output, ProgramModule};

use crate::args::resolve::{Compilation, Verbosity};
use crate::crash;
use crate::debug_files::DebugFiles;
use crate::diagnostics::{Failure, reason, warning};
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
    /// For debug information, if it is asked for: the files of the preloaded modules in order, then those of the main
    /// one.
    pub(crate) files: Vec<DebugFiles>,
}

impl Sources {
    /// Reads all of them.
    pub(crate) fn read(compilation: &Compilation) -> Result<Sources, Failure> {
        let main = compilation.input.read()?;
        let preloads = compilation.preloads.iter().map(|(name, input)| Ok((name.clone(), input.read()?)));
        let mut sources = Sources { main, preloads: preloads.collect::<Result<_, Failure>>()?, files: Vec::new() };
        let has_lines = |options: &Options| options.debug_info.is_wanted() || options.backtrace == Backtrace::Full;
        if compilation.options.iter().any(has_lines) {
            sources.find_files(compilation);
        }
        Ok(sources)
    }

    /// Finds the files that debug information refers to.
    fn find_files(&mut self, compilation: &Compilation) {
        let preloads = compilation.preloads.iter().zip(&self.preloads);
        let inputs =
            preloads.map(|((_, input), (_, module))| (input, module)).chain([(&compilation.input, &self.main)]);
        for (input, module) in inputs {
            let (files, message) = DebugFiles::find(input, module);
            if let Some(message) = message
                && compilation.verbosity != Verbosity::Quiet
            {
                warning(&message);
            }
            self.files.push(files);
        }
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
        let module = |(at, bytes)| ProgramModule {
            bytes,
            imports: names[..at].to_vec(),
            files: self.files.get(at).map(DebugFiles::module_files).unwrap_or_default(),
        };
        bytes.enumerate().map(module).collect()
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
    let observer = Follower { progress: Progress::start(compilation.verbosity), times, module: AtomicUsize::new(0) };
    // The module that the library looked at last.
    let input =
        || compilation.preloads.get(observer.module.load(Relaxed)).map_or(&compilation.input, |(_, input)| input);
    let compiled = crash::guard(&compilation.input.display(), || {
        pool.install(|| wasmc_compiler::compile_each(&modules, &compilation.options, &observer))
    })?;
    compiled.map_err(|error| Failure::library(&input().display(), &error))
}

/// Gives what the library says of its progress to the bar and the times.
struct Follower<'a> {
    progress: Progress,
    times: &'a Times,
    /// The position in the program of the module that is looked at.
    module: AtomicUsize,
}

impl Observer for Follower<'_> {
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
