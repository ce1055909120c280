//! The whole compiler on one page. Read this file first, then follow any call.
//!
//! Each phase is one call, and the sentence before it is what holds from there on. No work is done here: whatever needs
//! more than a call belongs in the folder of its phase.

use cranelift_codegen::Context;

use crate::codegen::{self, CompiledFunction, Generator};
use crate::error::{Error, Result};
use crate::features::Proposals;
use crate::inspect::ModuleSummary;
use crate::module::Program;
use crate::observer::Observer;
use crate::options::{Emit, Options};
use crate::plan::Plan;
use crate::plan::symbols::Definition;
use crate::sources::{ProgramModule, Sources};
use crate::translate::{TranslateContext, Unit};
use crate::{debuginfo, dump, header, inspect, lines, link, module, object, parallel, plan, translate};

/// What a compilation gives.
#[derive(Debug)]
#[non_exhaustive]
pub struct Output {
    /// The executable, object or text that [`Options::emit`] asked for.
    pub bytes: Vec<u8>,
    /// For C, what declares the exports in an object or a library.
    pub header: Option<String>,
    /// Texts for debuggers of modules that have neither DWARF nor a source map: the positions of the modules in the
    /// program, and what is to be at [`ModuleFiles::text_path`](crate::ModuleFiles::text_path).
    pub texts: Vec<(usize, String)>,
    /// What the user should know although it worked.
    pub warnings: Vec<String>,
    /// How much there was.
    pub statistics: Statistics,
}

/// How much there was to compile, and how much came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statistics {
    /// Functions compiled.
    pub functions: usize,
    /// Functions that nothing reaches, left out.
    pub functions_dropped: usize,
    /// Bytes of machine code.
    pub code_bytes: u64,
    /// Bytes of the start image.
    pub image_bytes: u64,
    /// Units and line programs of debug information that are damaged, and were translated up to the damage.
    pub debug_units_damaged: usize,
    /// Variables and other entries whose location has no equal in the program, and was left out.
    pub debug_locations_lost: usize,
}

/// Compiles a module, binary or text, in the current rayon thread pool.
///
/// Equal input and equal options give equal bytes, whatever the number of threads.
///
/// # Errors
/// See [`crate::Error`]: every input that is no module, every module that cannot become what was asked.
///
/// # Examples
/// ```
/// use wasmc_compiler::{Emit, Options, compile};
///
/// let options = Options { emit: Emit::Object, ..Options::default() };
/// let output = compile(br#"(module (func (export "_start")))"#, &options, &())?;
/// assert!(output.bytes.starts_with(b"\x7fELF"));
/// # Ok::<(), wasmc_compiler::Error>(())
/// ```
pub fn compile(bytes: &[u8], options: &Options, observer: &dyn Observer) -> Result<Output> {
    compile_program(&[ProgramModule { bytes, ..ProgramModule::default() }], options, observer)
}

/// Compiles several modules to one program, linked instance to instance: each imports what it likes from those before
/// it, and the last one is the one that is run, or whose exports a library offers.
///
/// # Errors
/// As [`compile`]; and [`Error::Unlinkable`] where an export is not there, or not of the type that its importer asks
/// for.
///
/// # Examples
/// ```
/// use wasmc_compiler::{Emit, Options, ProgramModule, compile_program};
///
/// let library = ProgramModule { bytes: br#"(module (func (export "f")))"#, ..ProgramModule::default() };
/// let main = br#"(module (import "library" "f" (func $f)) (func (export "_start") (call $f)))"#;
/// let main = ProgramModule { bytes: main, imports: vec![("library", 0)], ..ProgramModule::default() };
/// let options = Options { emit: Emit::Object, ..Options::default() };
/// assert!(compile_program(&[library, main], &options, &())?.bytes.starts_with(b"\x7fELF"));
/// # Ok::<(), wasmc_compiler::Error>(())
/// ```
pub fn compile_program(modules: &[ProgramModule<'_>], options: &Options, observer: &dyn Observer) -> Result<Output> {
    let mut outputs = compile_each(modules, std::slice::from_ref(options), observer)?;
    outputs.pop().ok_or_else(|| Error::internal("a compilation without output"))
}

/// Compiles a program several times, for different targets or with other options, for less than the single compilations
/// cost together: it is validated once, and the serial part of one compilation runs beside the next one. The outputs
/// are in the order of the options, and each has the bytes that [`compile_program`] gives.
///
/// # Errors
/// As [`compile_program`]; of several, the first in order is reported.
pub fn compile_each(
    modules: &[ProgramModule<'_>],
    options: &[Options],
    observer: &dyn Observer,
) -> Result<Vec<Output>> {
    // Reject all that the specification rejects. From here on every module is valid.
    observer.phase("module", None);
    let sources = Sources::read(modules, observer)?;
    let parsed = sources.parse(features_of_all(options), observer)?;

    // Find what provides each import. From here on an index means the same thing everywhere in the program.
    let program = module::link(&sources.linkables(&parsed), observer)?;

    // Decide memories, symbols and imports, for each target. From here on no decision changes.
    observer.phase("plan", None);
    let compilations = options.iter().map(|options| Compilation::plan(&program, options));
    let compilations = compilations.collect::<Result<Vec<_>>>()?;

    // Make the code of one target at a time; its object and link run beside the code of the next.
    let functions = compilations.iter().map(|compilation| compilation.definitions().len() as u64).sum();
    observer.phase("codegen", Some(functions));
    let summary = sources.summary(&parsed)?;
    parallel::overlap(
        compilations,
        observer,
        |compilation| compilation.code(observer),
        |coded, observer| coded.finish(&sources, &summary, observer),
    )
}

/// The proposals that all compilations allow: what is valid with these is valid for each of them.
fn features_of_all(options: &[Options]) -> Proposals {
    options.iter().fold(Proposals::all(), |all, options| all & options.wasm_features)
}

/// The compilation of a program for one target.
struct Compilation<'c> {
    program: &'c Program<'c>,
    options: &'c Options,
    plan: Plan,
    generator: Generator,
}

/// A compilation whose functions are code.
struct Coded<'c> {
    compilation: Compilation<'c>,
    code: Code,
}

enum Code {
    Functions(Vec<CompiledFunction>),
    Text(Vec<u8>),
}

/// The buffers that a worker keeps from function to function.
struct Worker {
    translate: TranslateContext,
    codegen: Context,
}

impl Worker {
    fn new() -> Worker {
        Worker { translate: TranslateContext::default(), codegen: Context::new() }
    }
}

impl<'c> Compilation<'c> {
    fn plan(program: &'c Program<'c>, options: &'c Options) -> Result<Self> {
        match options.emit {
            Emit::Executable | Emit::StaticLibrary => link::check(options.target)?,
            Emit::Object | Emit::Clif | Emit::Assembly => {}
        }
        let plan = plan::plan(program, options)?;
        let generator = Generator::new(options)?;
        Ok(Compilation { program, options, plan, generator })
    }

    /// The functions to compile: all that the plan defines, or only bodies where the code is text for people.
    fn definitions(&self) -> Vec<Definition> {
        let is_text = matches!(self.options.emit, Emit::Clif | Emit::Assembly);
        let is_wanted = |definition: &Definition| !is_text || matches!(definition, Definition::Body(_));
        self.plan.symbols.definitions().iter().copied().filter(is_wanted).collect()
    }

    /// Translates and compiles one function at a time on every core; results come back in order.
    fn code(self, observer: &dyn Observer) -> Result<Coded<'c>> {
        let Compilation { program, options, ref plan, ref generator } = self;
        let isa = &**generator.isa();
        let unit = Unit { program, plan, isa };
        // From here on every access is in bounds or traps.
        let translate = |worker: &mut Worker, definition: Definition| {
            let clif = translate::function(&mut worker.translate, unit, definition)?;
            codegen::check_vectors(isa, &clif, || unit.display_name(definition))?;
            Ok(clif)
        };
        // From here on code is bytes; only addresses are missing.
        let compile = |worker: &mut Worker, definition: &Definition| {
            let clif = translate(worker, *definition)?;
            let source = unit.source(*definition);
            codegen::function(&mut worker.codegen, generator, clif, source, || unit.display_name(*definition))
        };
        let show = |worker: &mut Worker, definition: &Definition| {
            let clif = translate(worker, *definition)?;
            dump::function(unit, generator, options.emit, *definition, &clif)
        };
        let definitions = self.definitions();
        let code = match options.emit {
            Emit::Clif | Emit::Assembly => {
                Code::Text(parallel::map(&definitions, observer, Worker::new, show)?.concat().into_bytes())
            }
            Emit::Executable | Emit::StaticLibrary | Emit::Object => {
                Code::Functions(parallel::map(&definitions, observer, Worker::new, compile)?)
            }
        };
        Ok(Coded { compilation: self, code })
    }
}

impl Coded<'_> {
    /// Makes the output: the object, and what is linked from it.
    fn finish(self, sources: &Sources<'_>, summary: &ModuleSummary, observer: &dyn Observer) -> Result<Output> {
        let Compilation { program, options, plan, generator } = self.compilation;
        let bodies = plan.symbols.bodies().count();
        let mut output = Output {
            bytes: Vec::new(),
            header: plan.library.as_ref().map(|library| header::header(program, library)),
            texts: Vec::new(),
            warnings: warnings(&plan),
            statistics: Statistics {
                functions: bodies,
                functions_dropped: program.bodies() - bodies,
                image_bytes: plan.start.image.bytes.len() as u64,
                ..Statistics::default()
            },
        };
        let functions = match self.code {
            Code::Text(text) => return Ok(Output { bytes: text, ..output }),
            Code::Functions(functions) => functions,
        };
        output.warnings.extend(unoptimized(program, &plan, &functions));
        output.statistics.code_bytes = functions.iter().map(|function| function.bytes.len() as u64).sum();

        // Find the source of the places that a report can show, if it is asked for.
        observer.phase("object", None);
        let lines = lines::find(program, &plan, sources, &functions, options);

        // Lay out code and data. From here on no symbol is added.
        let mut object = object::emit(program, &plan, generator.isa().clone(), functions, &lines, options)?;

        // Translate the debug information of the modules, if it is asked for. From here on no section of it is added.
        let added = debuginfo::add(&mut object, program, &plan, sources, options)?;
        let degraded = added.degraded;
        output.texts = added.texts;
        output.warnings.extend(added.warnings);
        output.statistics.debug_units_damaged = degraded.units;
        output.statistics.debug_locations_lost = degraded.locations;
        drop(plan);
        object.add_info(&inspect::record(summary.clone(), options, object.sizes()));
        let object = object::write(&object)?;

        // Add the runtime library, and resolve what the object leaves open.
        output.bytes = match options.emit {
            Emit::StaticLibrary => link::static_library(object, options)?,
            Emit::Executable => {
                observer.phase("link", None);
                link::link(object, options)?
            }
            Emit::Object | Emit::Clif | Emit::Assembly => object,
        };
        Ok(output)
    }
}

/// Names the functions whose optimization would take too long.
fn unoptimized(program: &Program<'_>, plan: &Plan, functions: &[CompiledFunction]) -> Vec<String> {
    let functions = plan.symbols.definitions().iter().zip(functions).filter(|(_, function)| function.unoptimized);
    let warning = |(definition, _): (&Definition, _)| match *definition {
        Definition::Body(body) => Some(format!(
            "{} is compiled as with -O0: optimizing its nested loops would take too long",
            program.display_name(body)
        )),
        _ => None,
    };
    functions.filter_map(warning).collect()
}

fn warnings(plan: &Plan) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(trap) = plan.instantiation.start_trap() {
        warnings.push(format!("the program traps when it starts: a segment does not fit ({})", trap.message()));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// Loops inside of one another, the innermost of which changes all locals.
    fn nested_loops(depth: usize, locals: usize) -> String {
        let mut text = format!("(module (func (export \"_start\") (local{})", " i32".repeat(locals));
        text.push_str(&" loop".repeat(depth));
        for local in 0..locals {
            let _ =
                write!(text, " (local.set {local} (i32.add (local.get {local}) (local.get {})))", (local + 1) % locals);
        }
        for level in 0..depth {
            let _ = write!(text, " (br_if 0 (local.get {})) end", level % locals);
        }
        text + "))"
    }

    /// With all optimizations, this takes more than a minute.
    #[test]
    fn loops_nested_deeply_are_compiled_without_optimization() {
        let options = Options { emit: Emit::Object, ..Options::default() };
        let output = compile(nested_loops(3000, 200).as_bytes(), &options, &()).expect("it is valid");
        assert_eq!(
            output.warnings,
            ["function 0 is compiled as with -O0: optimizing its nested loops would take too long"]
        );
        let output = compile(nested_loops(30, 200).as_bytes(), &options, &()).expect("it is valid");
        assert_eq!(output.warnings, [""; 0]);
    }
}
