//! `wasmc completions`: the script that makes a shell complete wasmc's commands and options.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Arguments;
use crate::diagnostics::Failure;
use crate::output;

pub(crate) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "wasmc", &mut script);
    output::stdout(&script)
}
