//! `wasmc man`: manual pages in roff, of wasmc and of each of its commands. Nothing is written here that `--help` does
//! not say too: both come from the definitions of the arguments and from the manual's tables.

use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::args::{Arguments, manual};
use crate::diagnostics::{Failure, escape};
use crate::output;

pub(crate) fn man(name: Option<&str>) -> Result<(), Failure> {
    let mut wasmc = Arguments::command();
    wasmc.build();
    let command = match name {
        None => wasmc,
        Some(name) => match wasmc.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                return Err(
                    Failure::usage(format!("there is no command '{}'", escape(name))).hint("`wasmc --help` lists them")
                );
            }
        },
    };
    output::stdout(&page(command).expect("writing to memory does not fail"))
}

/// The page of a command.
fn page(mut command: Command) -> io::Result<Vec<u8>> {
    let usage = command.render_usage().to_string();
    let has_commands = command.has_subcommands();
    // The text for --help comes as sections of its own below.
    let command = command.after_long_help("");
    let version = concat!("wasmc ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command).source(version).manual("wasmc manual");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    // The synopsis of clap_mangen does not name the values.
    let mut synopsis = Roff::new();
    synopsis.control("SH", ["SYNOPSIS"]).text([roman(usage.trim_start_matches("Usage: "))]);
    synopsis.to_writer(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    for section in &manual::SECTIONS {
        let mut roff = Roff::new();
        roff.control("SH", [section.heading.to_uppercase().as_str()]);
        for (term, meaning) in section.entries {
            roff.control("TP", []).text([bold(*term)]).text([roman(*meaning)]);
        }
        roff.to_writer(&mut page)?;
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let mut wasmc = Arguments::command();
        wasmc.build();
        for command in wasmc.get_subcommands() {
            let page = String::from_utf8(page(command.clone()).expect("memory")).expect("text");
            assert!(page.contains("EXIT STATUS"), "{}", command.get_name());
            let synopsis = format!("SYNOPSIS\nwasmc {} [OPTIONS]", command.get_name());
            let is_help = command.get_name() == "help";
            assert!(is_help || page.contains(&synopsis), "{page}");
        }
    }
}
