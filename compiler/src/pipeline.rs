//! The whole compiler on one page. Read this file first, then follow any call.

use cranelift_codegen::Context;
use cranelift_codegen::isa::OwnedTargetIsa;

use crate::codegen::{self, CompiledFunction};
use crate::error::{Error, Result};
use crate::features::Proposals;
use crate::inspect::ModuleSummary;
use crate::module::Linkable;
use crate::observer::Observer;
use crate::options::{Emit, Options};
use crate::plan::Plan;
use crate::plan::symbols::Definition;
use crate::translate::TranslateContext;
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
    let each = |position: &usize| observer.module(*position);
    let binary = |position: usize| input::binary(modules[position].bytes);
    let binaries = (0..modules.len()).inspect(each).map(binary).collect::<Result<Vec<_>>>()?;
    // What is valid for all of the compilations uses what all of them allow.
    let features = options.iter().map(|options| options.wasm_features).fold(Proposals::all(), |all, one| all & one);
    let parse = |position: usize| module::parse(&binaries[position], features, observer);
    let parsed = (0..modules.len()).inspect(each).map(parse).collect::<Result<Vec<_>>>()?;
    let last = binaries.last().zip(parsed.last()).ok_or_else(|| Error::internal("a program without modules"))?;
    let summary = inspect::summarize(last.0, Some(last.1.proposals()))?;
    let linkables = parsed.into_iter().zip(modules);
    let linkables = linkables.map(|(module, source)| Linkable { module, providers: &source.imports });
    let module = module::link(linkables.collect(), observer)?;

    // Decide memories, symbols and imports. From here on no decision changes.
    observer.phase("plan", None);
    let compilations = options.iter().map(|options| Compilation::plan(&module, options)).collect::<Result<Vec<_>>>()?;

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

/// A compilation for one target.
struct Compilation<'m, 'a> {
    module: &'m module::Module<'a>,
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
    fn plan(module: &'m module::Module<'a>, options: &'m Options) -> Result<Self> {
        match options.emit {
            Emit::Executable | Emit::StaticLibrary => link::check(options.target)?,
            Emit::Object | Emit::Clif | Emit::Assembly => {}
        }
        let plan = plan::plan(module, options)?;
        let isa = codegen::settings::isa(options)?;
        Ok(Compilation { module, options, plan, isa })
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
        let Compilation { module, options, ref plan, ref isa } = self;
        let isa = &**isa;
        let has_vectors = codegen::settings::has_vectors(isa);
        let name = |definition| match definition {
            Definition::Body(body) => module.display_name(body),
            _ => "generated code".into(),
        };
        let translate = |context: &mut TranslateContext, definition| {
            let clif = match definition {
                Definition::Main => codegen::main(module, plan, isa)?,
                Definition::Body(body) => translate::function(context, module, plan, isa, body)?,
                Definition::Thunk(function) => codegen::thunk(module, plan, isa, function)?,
                Definition::Instantiation(instance) => translate::instantiation(context, module, plan, isa, instance)?,
                Definition::Library(function) => codegen::library(module, plan, isa, function)?,
            };
            if has_vectors { Ok(clif) } else { codegen::refuse_vectors(clif, || name(definition)) }
        };
        let code = if matches!(options.emit, Emit::Clif | Emit::Assembly) {
            let texts = parallel::map(&definitions, observer, TranslateContext::default, |context, definition| {
                let clif = translate(context, *definition)?;
                let Definition::Body(body) = *definition else { return Ok(String::new()) };
                dump::function(module, isa, options.emit, body, &clif)
            })?;
            Code::Text(texts.concat().into_bytes())
        } else {
            Code::Functions(parallel::map(&definitions, observer, Worker::new, |worker, definition| {
                let clif = translate(&mut worker.translate, *definition)?;
                let start = match *definition {
                    Definition::Body(body) => module.bodies[body].range().start as u32,
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
        let Compilation { module, options, plan, isa } = self.compilation;
        let bodies = plan.symbols.bodies().count();
        let mut output = Output {
            bytes: Vec::new(),
            header: plan.library.as_ref().map(|library| header::header(module, library)),
            warnings: warnings(&plan),
            statistics: Statistics {
                functions: bodies,
                functions_dropped: module.bodies.len() - bodies,
                code_bytes: 0,
                image_bytes: plan.image.bytes.len() as u64,
            },
        };
        let functions = match self.code {
            Code::Text(text) => return Ok(Output { bytes: text, ..output }),
            Code::Functions(functions) => functions,
        };
        output.statistics.code_bytes = functions.iter().map(|function| function.bytes.len() as u64).sum();
        observer.phase("object", None);
        let object = object::emit(module, &plan, isa, functions, summary.clone(), options)?;
        drop(plan);
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
