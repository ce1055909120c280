//! The definitions of all arguments, from which parsing, `--help`, the manual pages and the completions are made. They
//! say what can be typed; [`resolve`] decides what it means, and commands with a compilation must not use these types.
//!
//! The doc comments of fields are texts for users.

pub(crate) mod answer;
mod choices;
pub(crate) mod manual;
mod names;
mod policy;
pub(crate) mod resolve;
mod targets;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgAction, Args, Parser, Subcommand, ValueHint};
use wasmc_compiler::{EnvironmentVariable, Preopen};

use choices::{Backtrace, BoundsChecks, DebugInfo, Emit, OptLevel, UnknownImports};
use values::Preload;

/// Compile WebAssembly modules to standalone native executables
#[derive(Debug, Parser)]
#[command(name = "wasmc", version, after_long_help = manual::after_help(), max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) verbosity: VerbosityArguments,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// Parses the words of a command line. `-ggdb` and `-glldb`, as compilers have them, are `-g=gdb` and `-g=lldb`: an
    /// option with a value that may be missing takes one only after `=`.
    pub(crate) fn parse_words(words: &[OsString]) -> Result<Arguments, clap::Error> {
        let mut words = words.to_vec();
        loop {
            let answer = match Arguments::try_parse_from(&words) {
                Err(answer) if answer.kind() == ErrorKind::UnknownArgument => answer,
                parsed => return parsed,
            };
            // The first such word is an option of wasmc, since the words of a program follow the options.
            let known = [("-ggdb", "-g=gdb"), ("-glldb", "-g=lldb")];
            let is_known = |word: &OsString| known.iter().position(|(short, _)| word == short);
            let Some((position, row)) = words.iter().enumerate().find_map(|(at, word)| Some((at, is_known(word)?)))
            else {
                return Err(answer);
            };
            words[position] = known[row].1.into();
        }
    }
}

/// The amount of messages on stderr.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct VerbosityArguments {
    /// Show warnings and statistics
    #[arg(short, long, global = true, conflicts_with = "quiet", display_order = 900)]
    verbose: bool,
    /// Show nothing but errors; no progress bar
    #[arg(short, long, global = true, display_order = 901)]
    quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compile a module to an executable
    Build(Box<BuildArguments>),
    /// Compile a module and run it; compiled programs are kept in a cache
    Run(Box<RunArguments>),
    /// Start gdb or lldb on an executable that was built with -g
    ///
    /// Scripts in the executable, which show strings and containers of the standard libraries, are trusted.
    Debug(DebugArguments),
    /// Show what a module or an executable is, needs and may touch
    Inspect(InspectArguments),
    /// List the machines that can be compiled for
    Targets(TargetsArguments),
    /// Remove the programs that `wasmc run` compiled, or list them
    ///
    /// All places where `wasmc run` keeps programs are emptied: the directory that WASMC_CACHE names, if it is set, and
    /// also $XDG_CACHE_HOME/wasmc or ~/.cache/wasmc, and wasmc-cache-UID in $TMPDIR or /tmp. In each of them all
    /// programs are removed, whichever project compiled them; files that wasmc did not make stay.
    Clean(CleanArguments),
    /// Print a completion script for a shell
    Completions(CompletionsArguments),
    /// Print a manual page
    Man(ManArguments),
}

#[derive(Args, Debug)]
pub(crate) struct BuildArguments {
    /// The module, binary or text; - reads standard input
    #[arg(value_name = "MODULE", value_hint = ValueHint::FilePath)]
    input: PathBuf,
    /// Where to write; - is standard output, {target} the name of the target
    ///
    /// By default the name of the module without its extension, in the current directory (with .o for an object, .a for
    /// a library); text goes to standard output. A C header has the name of its object or library, with .h. OUT may be
    /// a directory: with a slash at its end it is made if it is missing. In a directory, and by default with several
    /// targets, the name of a target that --target names follows behind a dash. Any other OUT for several targets has
    /// {target} in it. Each file appears whole or not at all: what was there stays until then. A symbolic link of that
    /// name is replaced, a device is written to.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath, allow_hyphen_values = true)]
    output: Option<PathBuf>,
    /// What to produce
    #[arg(long, value_enum, value_name = "KIND", default_value_t = Emit::Exe)]
    emit: Emit,
    #[command(flatten)]
    compile: CompileArguments,
    #[command(flatten)]
    policy: PolicyArguments,
}

#[derive(Args, Debug)]
pub(crate) struct RunArguments {
    /// The module, binary or text (- reads standard input), and the arguments of the program
    ///
    /// Options of wasmc stand before the module. Everything after it belongs to the program, also what looks like an
    /// option, so that no argument can change what the program may touch.
    #[arg(value_names = ["MODULE", "ARGS"], num_args = 1.., required = true, trailing_var_arg = true)]
    #[arg(value_hint = ValueHint::FilePath)]
    command: Vec<OsString>,
    #[command(flatten)]
    compile: CompileArguments,
    #[command(flatten)]
    policy: PolicyArguments,
}

#[derive(Args, Debug)]
pub(crate) struct DebugArguments {
    /// The executable and the arguments of its program
    ///
    /// Options of wasmc stand before the executable.
    #[arg(value_names = ["EXECUTABLE", "ARGS"], num_args = 1.., required = true, trailing_var_arg = true)]
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) command: Vec<OsString>,
    /// The debugger, a name or a path such as lldb-19 [default: gdb, or lldb where there is no gdb; on macOS lldb]
    #[arg(long, value_name = "NAME", value_hint = ValueHint::CommandName)]
    pub(crate) debugger: Option<OsString>,
}

/// Options of a compilation.
#[derive(Args, Debug)]
#[command(next_help_heading = "Compilation")]
pub(crate) struct CompileArguments {
    /// How much to optimize: 0 compiles fastest, 2 runs fastest, s is small as well [default: 2, with -g 0]
    ///
    /// 1 is the same as 2 so far, and 3 is another name of 2.
    #[arg(short = 'O', value_enum, value_name = "LEVEL", overrides_with = "opt_level")]
    opt_level: Option<OptLevel>,
    /// Keep debug information, for gdb and lldb; -ggdb and -glldb for one of them
    ///
    /// Without an -O option, the code is made for debugging: every local of the module is in the frame of its function
    /// at all times.
    #[arg(short = 'g', value_enum, value_name = "DEBUGGER", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "both", hide_possible_values = true, overrides_with = "debug_info")]
    debug_info: Option<DebugInfo>,
    /// Replace the beginning FROM of paths in the debug information by TO
    ///
    /// It applies to the names and directories of source files. Of several options that fit a path, the last counts.
    #[arg(long, value_name = "FROM=TO", value_parser = values::prefix_pair, allow_hyphen_values = true)]
    debug_prefix_map: Vec<(String, String)>,
    /// What the report of a trap shows beside its kind: names and lines, names, nothing [default: names, with -g full]
    ///
    /// full needs a module with DWARF, or a source map; lines and inlined functions are found at build time and become
    /// a table of a few bytes for each place. none leaves out the names, and with them most of what an executable tells
    /// about its source.
    #[arg(long, value_enum, value_name = "WHAT", overrides_with = "backtrace")]
    backtrace: Option<Backtrace>,
    /// Compile with this many threads [default: one for each processor]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// The machine to compile for, a name that `wasmc targets` lists or a triple [default: this one]
    ///
    /// Several, with commas or by giving the option again, cost less than one after the other.
    #[arg(long, value_name = "TARGET", value_delimiter = ',', value_parser = names::targets())]
    #[arg(hide_possible_values = true)]
    target: Vec<String>,
    /// The processor features to use: baseline, native or a level, then +FEATURE and -FEATURE [default: baseline]
    ///
    /// With commas between them, as in x86-64-v3,+avx512f,-fma; `wasmc targets` lists the names. With native, the
    /// output depends on the machine that compiles, and may not run on another. For one of several targets, its name
    /// comes first: --cpu aarch64=+lse.
    #[arg(long, value_name = "[TARGET=]CPU", allow_hyphen_values = true, value_parser = names::cpus())]
    #[arg(hide_possible_values = true)]
    cpu: Vec<String>,
    /// How accesses outside the memory are caught
    ///
    /// guard reserves 8 GiB of address space and costs nothing at an access; explicit compares at each access and needs
    /// no reservation. Memories with 64-bit addresses or pages of another size than 64 KiB are always of the second
    /// kind.
    #[arg(long, value_enum, value_name = "HOW", default_value_t = BoundsChecks::Guard)]
    bounds_checks: BoundsChecks,
    /// Give the same results on every processor where WebAssembly leaves a choice: NaNs and relaxed SIMD
    ///
    /// This is the deterministic profile of the WebAssembly specification: NaNs are canonical and positive, and relaxed
    /// SIMD instructions do what their strict counterparts do, so multiply-adds round twice. It slows down code with
    /// floats.
    #[arg(long)]
    deterministic: bool,
    /// Which proposals modules may use: +NAME and -NAME, or a set [default: all that wasmc compiles]
    #[arg(long, value_name = "LIST", allow_hyphen_values = true, long_help = manual::wasm_features())]
    #[arg(value_parser = names::wasm_features(), hide_possible_values = true)]
    wasm_features: Vec<String>,
    /// What to do about imports that nothing provides: refuse, or trap when the program calls one
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = UnknownImports::Error)]
    unknown_imports: UnknownImports,
    /// Let no memory grow beyond this, whatever the module declares (bytes, or with K, M, G or T)
    #[arg(long, value_name = "SIZE", value_parser = values::memory_size)]
    max_memory: Option<u64>,
    /// The program's stack (bytes, or with K, M, G or T) [default: 8M]
    #[arg(long, value_name = "SIZE", value_parser = values::stack_size)]
    stack_size: Option<u64>,
    /// Link this module in, instantiated before the program; it provides what is imported from NAME
    ///
    /// Several are instantiated in this order, and each may import from those before it.
    #[arg(long, value_name = "NAME=MODULE", value_parser = values::preload)]
    preload: Vec<Preload>,
    /// Run this export instead of the entry point; the program's arguments become its parameters
    #[arg(long, value_name = "EXPORT")]
    invoke: Option<String>,
    /// Show how long each phase took
    #[arg(long)]
    time: bool,
}

/// Options for what the program may touch.
#[derive(Args, Debug)]
#[command(next_help_heading = "What the program may touch (by default nothing but standard input, output and error)")]
pub(crate) struct PolicyArguments {
    /// Let the program use this directory, under the name GUEST [default: HOST]; :ro forbids changes
    ///
    /// A relative HOST is resolved when the program starts. A name that itself ends in :ro or :rw needs another :rw.
    #[arg(long, value_name = "HOST[::GUEST][:ro]", value_parser = values::directory, value_hint = ValueHint::DirPath)]
    dir: Vec<Preopen>,
    /// Set an environment variable; without a value, it is taken from the host when the program starts
    #[arg(long, value_name = "NAME[=VALUE]", value_parser = values::variable)]
    env: Vec<EnvironmentVariable>,
    /// Let the program see the whole environment of the host
    #[arg(long)]
    inherit_env: bool,
    /// The program's own name, argument 0 [default: as it is called]
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    arg0: Option<String>,
    /// Let the program use this open descriptor of the process, a socket for example
    #[arg(long, value_name = "N", value_parser = values::descriptor)]
    fd: Vec<u32>,
    /// Ignore WASMC_DIR and WASMC_ENV when the program runs
    #[arg(long)]
    sealed: bool,
}

#[derive(Args, Debug)]
pub(crate) struct InspectArguments {
    /// A module, or an executable that wasmc made; - reads standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) input: PathBuf,
    /// Print one JSON object
    ///
    /// Its fields are those of the library's type `Inspection`. "schema" counts up when a field changes its meaning;
    /// new fields do not count.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct TargetsArguments {
    /// Print one JSON object
    ///
    /// "schema" counts up when a field changes its meaning; new fields do not count.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct CleanArguments {
    /// Show the programs, their sizes and when they were used, and remove none
    #[arg(long)]
    pub(crate) list: bool,
    /// Only programs that were not used for this many days
    #[arg(long, value_name = "DAYS")]
    pub(crate) unused_for: Option<u32>,
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(crate) struct ManArguments {
    /// The command to describe [default: wasmc itself]
    #[arg(value_name = "COMMAND", action = ArgAction::Set)]
    pub(crate) command: Option<String>,
}
