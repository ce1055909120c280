//! `wasmc man`: manual pages in roff, of wasmc and of each of its commands.

use std::io;

use clap::CommandFactory;
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
    // The text for --help comes as sections of its own below.
    let command = command.after_long_help("");
    let version = concat!("wasmc ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command).source(version).manual("wasmc manual");
    let mut page = Vec::new();
    render(&man, name.is_none(), &mut page).expect("writing to memory does not fail");
    output::stdout(&page)
}

fn render(man: &Man, whole: bool, page: &mut Vec<u8>) -> io::Result<()> {
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    if whole {
        man.render_subcommands_section(page)?;
    }
    for section in &manual::SECTIONS {
        let mut roff = Roff::new();
        roff.control("SH", [section.heading.to_uppercase().as_str()]);
        for (term, meaning) in section.entries {
            roff.control("TP", []).text([bold(*term)]).text([roman(*meaning)]);
        }
        roff.to_writer(page)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let mut wasmc = Arguments::command();
        wasmc.build();
        for command in wasmc.get_subcommands() {
            let mut page = Vec::new();
            render(&Man::new(command.clone()), false, &mut page).expect("memory");
            let page = String::from_utf8(page).expect("text");
            assert!(page.contains("EXIT STATUS"), "{}", command.get_name());
        }
    }
}
