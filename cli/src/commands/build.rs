//! `wasmc build`: compiles a module to a file for each target. All destinations are examined before the compilation,
//! and none is written before all outputs exist.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use wasmc_compiler::{Emit, HEADER_START, TEXT_START};

use crate::args::resolve::Build;
use crate::compilation::{Sources, compile};
use crate::debug_files::absolute;
use crate::diagnostics::{Failure, quoted};
use crate::input::Identity;
use crate::output::{Destination, Directory, EXECUTABLE_MODE, FILE_MODE, Sink};
use crate::report::report;
use crate::times::Times;

pub(crate) fn build(build: Build) -> Result<(), Failure> {
    let times = Times::new();
    let compilation = build.compilation;
    times.mark("read");
    let mut sources = Sources::read(&compilation)?;
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
    let mut texts = text_sinks(&mut sources, sinks.first().map(|(sink, _)| sink), &inputs);
    let outputs = compile(&sources, &compilation, &times)?;
    times.mark("write");
    for ((sink, header), output) in sinks.into_iter().zip(&outputs) {
        sink.write(&output.bytes)?;
        if let (Some(sink), Some(text)) = (header, &output.header) {
            sink.write(text.as_bytes())?;
        }
    }
    // The text of a module is the same for all targets.
    for (position, text) in outputs.iter().take(1).flat_map(|output| &output.texts) {
        if let Some(sink) = texts.get_mut(*position).and_then(Option::take) {
            sink.write(text.as_bytes())?;
        }
    }
    report(&outputs, &times, &compilation);
    Ok(())
}

/// The sink for the C header of an object or library: beside it, if it is a file. A header that wasmc did not write
/// must not be overwritten.
fn header_sink(sink: &Sink, inputs: &[Identity]) -> Result<Option<Sink>, Failure> {
    let Sink::Replace { path, .. } = sink else { return Ok(None) };
    let header = path.with_extension("h");
    if !is_free(&header, HEADER_START) || header == *path {
        return Err(Failure::new(format!("cannot write the C header {}: there is another file", quoted(&header)))
            .hint("choose another name with -o OUT; the header has that name with .h"));
    }
    beside(sink, header, inputs).map(Some)
}

/// The sinks for texts that debuggers show, beside the first output, by the positions of the modules. A module whose
/// text has no place gets none: its program is debugged without text.
fn text_sinks(sources: &mut Sources, sink: Option<&Sink>, inputs: &[Identity]) -> Vec<Option<Sink>> {
    let Some(Sink::Replace { path, .. }) = sink else { return Vec::new() };
    let mut sinks = Vec::new();
    for (position, files) in sources.files.iter_mut().enumerate() {
        let name = sources.preloads.get(position).map(|(name, _)| name.replace(['/', '\0'], "-") + ".");
        let name = name.unwrap_or_default();
        let paths = ["wat", "text.wat"].map(|extension| path.with_extension(format!("{name}{extension}")));
        let free = paths.into_iter().find(|text| text != path && is_free(text, TEXT_START));
        let sink = free.and_then(|path| Some((absolute(&path), beside(sink?, path, inputs).ok()?)));
        files.text_path = sink.as_ref().map(|(path, _)| path.clone());
        sinks.push(sink.map(|(_, sink)| sink));
    }
    sinks
}

/// Whether there is no file, or one that wasmc wrote, which starts with this.
fn is_free(path: &Path, start: &str) -> bool {
    match File::open(path) {
        Ok(file) => {
            let mut found = Vec::new();
            let read = file.take(start.len() as u64).read_to_end(&mut found);
            read.is_ok() && found == start.as_bytes()
        }
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// The sink for another file in the directory of an output.
fn beside(sink: &Sink, path: PathBuf, inputs: &[Identity]) -> Result<Sink, Failure> {
    let destination = match sink {
        Sink::Replace { directory: Directory::Made, .. } => Destination::FileAndDirectory(path),
        _ => Destination::File(path),
    };
    Sink::prepare(destination, inputs, FILE_MODE)
}
