//! `wasmc build`: compiles a module to a file for each target. All destinations are examined before the compilation,
//! and none is written before all outputs exist.

use std::fs::File;
use std::io::{self, Read};

use wasmc_compiler::{Emit, HEADER_START};

use crate::args::resolve::Build;
use crate::compilation::{Sources, compile};
use crate::diagnostics::{Failure, quoted};
use crate::input::Identity;
use crate::output::{Destination, Directory, EXECUTABLE_MODE, FILE_MODE, Sink};
use crate::report::report;
use crate::times::Times;

pub(crate) fn build(build: Build) -> Result<(), Failure> {
    let times = Times::new();
    let compilation = build.compilation;
    times.mark("read");
    let sources = Sources::read(&compilation)?;
    let inputs = sources.identities();
    let mut sinks = Vec::new();
    for (destination, options) in build.destinations.into_iter().zip(&compilation.options) {
        let mode = match options.emit {
            Emit::Executable => EXECUTABLE_MODE,
            Emit::Object | Emit::StaticLibrary | Emit::Clif | Emit::Assembly => FILE_MODE,
        };
        let sink = Sink::prepare(destination, &inputs, mode)?;
        let header = if options.emit.has_header() { header_sink(&sink, &inputs)? } else { None };
        sinks.push((sink, header));
    }
    let outputs = compile(&sources, &compilation, &times)?;
    times.mark("write");
    for ((sink, header), output) in sinks.into_iter().zip(&outputs) {
        sink.write(&output.bytes)?;
        if let (Some(sink), Some(text)) = (header, &output.header) {
            sink.write(text.as_bytes())?;
        }
    }
    report(&outputs, &times, &compilation);
    Ok(())
}

/// The sink for the C header of an object or library: beside it, if it is a file. A header that wasmc did not write
/// must not be overwritten.
fn header_sink(sink: &Sink, inputs: &[Identity]) -> Result<Option<Sink>, Failure> {
    let Sink::Replace { path, directory, .. } = sink else { return Ok(None) };
    let header = path.with_extension("h");
    let is_free = match File::open(&header) {
        Ok(file) => {
            let mut start = Vec::new();
            let read = file.take(HEADER_START.len() as u64).read_to_end(&mut start);
            read.is_ok() && start == HEADER_START.as_bytes()
        }
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if !is_free || header == *path {
        return Err(Failure::new(format!("cannot write the C header {}: there is another file", quoted(&header)))
            .hint("choose another name with -o OUT; the header has that name with .h"));
    }
    let destination = match directory {
        Directory::Required => Destination::File(header),
        Directory::Made => Destination::FileAndDirectory(header),
    };
    Sink::prepare(destination, inputs, FILE_MODE).map(Some)
}
