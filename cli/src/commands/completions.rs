//! `wasmc completions`: prints the script with which a shell completes wasmc's commands, options and names. clap makes
//! it from the definitions of the arguments; nothing is listed here a second time.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Arguments;
use crate::diagnostics::Failure;
use crate::output;

pub(crate) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "wasmc", &mut script);
    if shell == Shell::Bash {
        script = files_first(&String::from_utf8(script).expect("clap writes text")).into_bytes();
    }
    output::stdout(&script)
}

/// The script for bash with files in the place of a module. As clap makes it, it offers all options there, and no file.
fn files_first(script: &str) -> String {
    // The cases of the commands that take a file, as clap labels them.
    const COMMANDS: [&str; 3] = ["wasmc__subcmd__build)", "wasmc__subcmd__run)", "wasmc__subcmd__inspect)"];
    let mut takes_file = false;
    let mut with_files = String::new();
    for line in script.lines() {
        if line.trim_start().starts_with("wasmc__subcmd__") {
            takes_file = COMMANDS.contains(&line.trim());
        }
        with_files += &match (takes_file, line) {
            // Without an answer of the script, bash completes files.
            (true, r#"            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )"#) => {
                "            COMPREPLY=()".to_owned()
            }
            (true, line) => line.replace(" || ${COMP_CWORD} -eq 2 ", " "),
            (false, line) => line.to_owned(),
        };
        with_files.push('\n');
    }
    with_files
}
