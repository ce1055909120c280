//! `wasmc build`: a module in, a file out for each target.

use wasmc_compiler::Emit;

use crate::args::resolve::Build;
use crate::compilation::{compile, report};
use crate::diagnostics::Failure;
use crate::output::{EXECUTABLE_MODE, FILE_MODE, Sink};
use crate::times::Times;

pub(crate) fn build(build: Build) -> Result<(), Failure> {
    let times = Times::new();
    let compilation = build.compilation;
    times.mark("read");
    let input = compilation.input.read()?;
    let mut sinks = Vec::new();
    for (destination, options) in build.destinations.into_iter().zip(&compilation.options) {
        let mode = match options.emit {
            Emit::Executable => EXECUTABLE_MODE,
            Emit::Object | Emit::Clif | Emit::Assembly => FILE_MODE,
        };
        sinks.push(Sink::prepare(destination, input.identity, mode)?);
    }
    let outputs = compile(&input.bytes, &compilation, &times)?;
    times.mark("write");
    for (sink, output) in sinks.into_iter().zip(&outputs) {
        sink.write(&output.bytes)?;
    }
    report(&outputs, &times, &compilation);
    Ok(())
}
