//! The whole compiler on one page. Read this file first, then follow any call.

use std::collections::HashMap;

use cranelift_codegen::Context;
use cranelift_codegen::isa::OwnedTargetIsa;

use crate::codegen::{self, CompiledFunction};
use crate::error::{Error, Result};
use crate::features::Proposals;
use crate::inspect::ModuleSummary;
use crate::module::{Linkable, Program};
use crate::observer::Observer;
use crate::options::{Emit, Options};
use crate::plan::Plan;
use crate::plan::symbols::Definition;
use crate::translate::{TranslateContext, Unit};
use crate::{dump, header, input, inspect, link, module, object, parallel, plan, translate};

/// What a compilation gives.
#[derive(Debug)]
#[non_exhaustive]
pub struct Output {
    /// The executable, object or text that [`Options::emit`] asked for.
    pub bytes: Vec<u8>,
    /// For C, what declares the exports in an object or a library.
    pub header: Option<String>,
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
    compile_program(&[ProgramModule { bytes, imports: Vec::new() }], options, observer)
}

/// One module of a program of several.
#[derive(Clone, Debug)]
pub struct ProgramModule<'a> {
    /// Binary or text.
    pub bytes: &'a [u8],
    /// Who provides its imports: for the first name of an import, the position of a module that comes before this one
    /// in the program. Names that are not here are left to WASI; of several equal ones, the last counts.
    pub imports: Vec<(&'a str, usize)>,
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
/// let library = ProgramModule { bytes: br#"(module (func (export "f")))"#, imports: vec![] };
/// let main = br#"(module (import "library" "f" (func $f)) (func (export "_start") (call $f)))"#;
/// let main = ProgramModule { bytes: main, imports: vec![("library", 0)] };
/// let options = Options { emit: Emit::Object, ..Options::default() };
/// assert!(compile_program(&[library, main], &options, &())?.bytes.starts_with(b"\x7fELF"));
/// # Ok::<(), wasmc_compiler::Error>(())
/// ```
pub fn compile_program(modules: &[ProgramModule<'_>], options: &Options, observer: &dyn Observer) -> Result<Output> {
    let mut outputs = compile_each(modules, std::slice::from_ref(options), observer)?;
    outputs.pop().ok_or_else(|| Error::internal("a compilation without output"))
}

/// Compiles a program several times, for different targets or with other options, for less than the single compilations
/// cost together: it is validated once, and what is serial in one compilation runs beside the next one. The outputs are
/// in the order of the options, and each has the bytes that [`compile_program`] gives.
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
    let (distinct, instances) = distinct(modules);
    let mut binaries = Vec::with_capacity(distinct.len());
    for &position in &distinct {
        observer.module(position);
        binaries.push(input::binary(modules[position].bytes)?);
    }
    // What is valid for all of the compilations uses what all of them allow.
    let features = options.iter().map(|options| options.wasm_features).fold(Proposals::all(), |all, one| all & one);
    let mut parsed = Vec::with_capacity(distinct.len());
    for (&position, binary) in distinct.iter().zip(&binaries) {
        observer.module(position);
        parsed.push(module::parse(binary, features, observer)?);
    }
    let last = *instances.last().ok_or_else(|| Error::internal("a program without modules"))?;
    let summary = inspect::summarize(&binaries[last], Some(parsed[last].proposals()))?;

    // Find the provider of each import. From here on there is one index space of each kind.
    let linkables = instances.iter().zip(modules);
    let linkables = linkables.map(|(at, source)| Linkable { module: &parsed[*at], providers: &source.imports });
    let program = module::link(&linkables.collect::<Vec<_>>(), observer)?;

    // Decide memories, symbols and imports. From here on no decision changes.
    observer.phase("plan", None);
    let compilations =
        options.iter().map(|options| Compilation::plan(&program, options)).collect::<Result<Vec<_>>>()?;

    // The code of one target at a time, on every core; its object and link beside the code of the next.
    let functions = compilations.iter().map(|compilation| compilation.definitions().len() as u64).sum();
    observer.phase("codegen", Some(functions));
    let mut results: Vec<Result<Output>> = Vec::new();
    results.resize_with(compilations.len(), || Err(Error::internal("a compilation was not run")));
    rayon::in_place_scope(|scope| {
        let last = compilations.len().saturating_sub(1);
        for (position, (compilation, result)) in compilations.into_iter().zip(&mut results).enumerate() {
            let summary = &summary;
            match compilation.code(observer) {
                Err(error) => {
                    // What is left could only report later errors.
                    *result = Err(error);
                    return;
                }
                Ok(coded) if position == last => *result = coded.finish(summary, observer),
                Ok(coded) => scope.spawn(move |_| *result = coded.finish(summary, &())),
            }
        }
    });
    results.into_iter().collect()
}

/// Modules that are given several times, in the same bytes in memory, are read, checked and kept once: the positions of the
/// first of each, and for each module the position among those.
fn distinct(modules: &[ProgramModule<'_>]) -> (Vec<usize>, Vec<usize>) {
    let mut known = HashMap::new();
    let mut firsts = Vec::new();
    let position_of = |(position, module): (usize, &ProgramModule<'_>)| {
        *known.entry(std::ptr::from_ref(module.bytes)).or_insert_with(|| {
            firsts.push(position);
            firsts.len() - 1
        })
    };
    let instances = modules.iter().enumerate().map(position_of).collect();
    (firsts, instances)
}

/// A compilation for one target.
struct Compilation<'m, 'a> {
    program: &'m Program<'a>,
    options: &'m Options,
    plan: Plan,
    isa: OwnedTargetIsa,
}

/// A compilation whose functions are machine code, or text.
struct Coded<'m, 'a> {
    compilation: Compilation<'m, 'a>,
    code: Code,
}

enum Code {
    Functions(Vec<CompiledFunction>),
    Text(Vec<u8>),
}

impl<'m, 'a> Compilation<'m, 'a> {
    fn plan(program: &'m Program<'a>, options: &'m Options) -> Result<Self> {
        match options.emit {
            Emit::Executable | Emit::StaticLibrary => link::check(options.target)?,
            Emit::Object | Emit::Clif | Emit::Assembly => {}
        }
        let plan = plan::plan(program, options)?;
        let isa = codegen::settings::isa(options)?;
        Ok(Compilation { program, options, plan, isa })
    }

    /// What is compiled: all that the plan defines, or, for people to read, the functions of the modules.
    fn definitions(&self) -> Vec<Definition> {
        let is_text = matches!(self.options.emit, Emit::Clif | Emit::Assembly);
        let is_wanted = |definition: &Definition| !is_text || matches!(definition, Definition::Body(_));
        self.plan.symbols.definitions().iter().copied().filter(is_wanted).collect()
    }

    /// One function at a time on every core; results come back in order.
    fn code(self, observer: &dyn Observer) -> Result<Coded<'m, 'a>> {
        let definitions = self.definitions();
        let Compilation { program, options, ref plan, ref isa } = self;
        let isa = &**isa;
        let unit = Unit { program, plan, isa };
        let has_vectors = codegen::settings::has_vectors(isa);
        let name = |definition| match definition {
            Definition::Body(body) => program.display_name(body),
            _ => "generated code".into(),
        };
        let translate = |context: &mut TranslateContext, definition| {
            let clif = translate::function(context, unit, definition)?;
            if has_vectors { Ok(clif) } else { codegen::refuse_vectors(clif, || name(definition)) }
        };
        let code = if matches!(options.emit, Emit::Clif | Emit::Assembly) {
            let texts = parallel::map(&definitions, observer, TranslateContext::default, |context, definition| {
                let clif = translate(context, *definition)?;
                let Definition::Body(body) = *definition else { return Ok(String::new()) };
                dump::function(program, isa, options.emit, body, &clif)
            })?;
            Code::Text(texts.concat().into_bytes())
        } else {
            Code::Functions(parallel::map(&definitions, observer, Worker::new, |worker, definition| {
                let clif = translate(&mut worker.translate, *definition)?;
                let start = match *definition {
                    Definition::Body(body) => program.body(body).code.range().start as u32,
                    _ => 0,
                };
                codegen::function(&mut worker.codegen, isa, clif, start, || name(*definition))
            })?)
        };
        Ok(Coded { compilation: self, code })
    }
}

impl Coded<'_, '_> {
    /// From here on code is bytes; only addresses are missing.
    fn finish(self, summary: &ModuleSummary, observer: &dyn Observer) -> Result<Output> {
        let Compilation { program, options, plan, isa } = self.compilation;
        let bodies = plan.symbols.bodies().count();
        let mut output = Output {
            bytes: Vec::new(),
            header: plan.library.as_ref().map(|library| header::header(program, library)),
            warnings: warnings(&plan),
            statistics: Statistics {
                functions: bodies,
                functions_dropped: program.bodies() - bodies,
                code_bytes: 0,
                image_bytes: plan.start.image.bytes.len() as u64,
            },
        };
        let functions = match self.code {
            Code::Text(text) => return Ok(Output { bytes: text, ..output }),
            Code::Functions(functions) => functions,
        };
        output.statistics.code_bytes = functions.iter().map(|function| function.bytes.len() as u64).sum();
        observer.phase("object", None);
        let mut object = object::emit(program, &plan, isa, functions, options)?;
        drop(plan);
        object.add_info(&inspect::record(summary.clone(), options, object.sizes()));
        let object = object::write(&object)?;
        output.bytes = match options.emit {
            Emit::Object => object,
            Emit::StaticLibrary => link::static_library(object, options.target)?,
            _ => {
                observer.phase("link", None);
                link::link(object, options.target)?
            }
        };
        Ok(output)
    }
}

/// What one worker keeps from function to function.
struct Worker {
    translate: TranslateContext,
    codegen: Context,
}

impl Worker {
    fn new() -> Worker {
        Worker { translate: TranslateContext::default(), codegen: Context::new() }
    }
}

fn warnings(plan: &Plan) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(trap) = plan.instantiation.start_trap() {
        warnings.push(format!("the program traps when it starts: a segment does not fit ({})", trap.message()));
    }
    warnings
}
