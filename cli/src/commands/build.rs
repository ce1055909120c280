//! `wasmc build`: a module in, a file out.

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
    let mode = match compilation.options.emit {
        Emit::Executable => EXECUTABLE_MODE,
        Emit::Object | Emit::Clif | Emit::Assembly => FILE_MODE,
    };
    let sink = Sink::prepare(build.destination, input.identity, mode)?;
    let output = compile(&input.bytes, &compilation, &times)?;
    times.mark("write");
    sink.write(&output.bytes)?;
    report(&output, &times, &compilation);
    Ok(())
}
