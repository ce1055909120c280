//! The commands, one file each. Arguments go through `args::resolve` first; a command gets their meaning and carries it
//! out. Commands must not call each other.

mod build;
mod clean;
mod completions;
mod debug;
mod inspect;
mod man;
mod run;
mod targets;

use crate::args::{Arguments, Command, resolve};
use crate::diagnostics::Failure;

/// Carries out a command line.
pub(crate) fn run(arguments: Arguments) -> Result<(), Failure> {
    let verbosity = resolve::verbosity(arguments.verbosity);
    match arguments.command {
        Command::Build(arguments) => build::build(resolve::build(*arguments, verbosity)?),
        Command::Run(arguments) => run::run(&resolve::run(*arguments, verbosity)?),
        Command::Debug(arguments) => debug::debug(&arguments),
        Command::Inspect(arguments) => inspect::inspect(arguments),
        Command::Targets(arguments) => targets::targets(&arguments),
        Command::Clean(arguments) => clean::clean(&arguments, verbosity),
        Command::Completions(arguments) => completions::completions(arguments.shell),
        Command::Man(arguments) => man::man(arguments.command.as_deref()),
    }
}
