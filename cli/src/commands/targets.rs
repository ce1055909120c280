//! `wasmc targets`: what `--target` and `--cpu` take, one target a line, as words between spaces.

use wasmc_compiler::{Cpu, TARGETS};

use crate::diagnostics::Failure;
use crate::output;

pub(crate) fn targets() -> Result<(), Failure> {
    let mut table = String::from("TARGET    TRIPLE                      CPU\n");
    for target in TARGETS {
        let cpus = ["baseline", "native"].iter().chain(Cpu::levels(target)).copied().collect::<Vec<_>>().join(",");
        table.push_str(&format!("{:<9} {:<27} {cpus}\n", target.name(), target.triple().to_string()));
    }
    output::stdout(table.as_bytes())
}
