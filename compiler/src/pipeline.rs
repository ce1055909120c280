//! The whole compiler on one page. Read this file first, then follow any call.

use cranelift_codegen::Context;
use wasmc_abi::symbols;

use crate::codegen::{self, CompiledFunction};
use crate::error::Result;
use crate::module::index::DefinedFuncIndex;
use crate::observer::Observer;
use crate::options::{Emit, Options};
use crate::plan::Plan;
use crate::translate::TranslateContext;
use crate::{dump, input, inspect, link, module, object, parallel, plan, translate};

/// What a compilation gives.
#[derive(Debug)]
#[non_exhaustive]
pub struct Output {
    /// The executable, object or text that [`Options::emit`] asked for.
    pub bytes: Vec<u8>,
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
    // Reject all that the specification rejects. From here on the module is valid.
    observer.phase("module", None);
    let wasm = input::binary(bytes)?;
    let module = module::parse(&wasm, observer)?;

    // Decide memories, symbols and imports. From here on no decision changes.
    observer.phase("plan", None);
    let plan = plan::plan(&module, options)?;
    let isa = codegen::settings::isa(options)?;

    // One body at a time on every core; results come back in order.
    observer.phase("codegen", Some(plan.symbols.bodies.len() as u64));
    let translate_body = |context: &mut TranslateContext, body: DefinedFuncIndex| {
        translate::function(context, &module, &plan, &*isa, body)
    };
    let mut output = Output {
        bytes: Vec::new(),
        warnings: warnings(&plan),
        statistics: Statistics {
            functions: plan.symbols.bodies.len(),
            functions_dropped: module.bodies.len() - plan.symbols.bodies.len(),
            code_bytes: 0,
            image_bytes: plan.image.bytes.len() as u64,
        },
    };
    if matches!(options.emit, Emit::Clif | Emit::Assembly) {
        let texts = parallel::map(&plan.symbols.bodies, observer, TranslateContext::default, |context, body| {
            dump::function(&module, &*isa, options.emit, *body, &translate_body(context, *body)?)
        })?;
        output.bytes = texts.concat().into_bytes();
        return Ok(output);
    }
    let functions = parallel::map(&plan.symbols.bodies, observer, Worker::new, |worker, body| {
        let clif = translate_body(&mut worker.translate, *body)?;
        let start = module.bodies[*body].range().start as u32;
        let name = || module.display_name(module.function_of(*body));
        codegen::function(&mut worker.codegen, &*isa, clif, start, name)
    })?;
    output.statistics.code_bytes = functions.iter().map(|function| function.bytes.len() as u64).sum();

    // From here on code is bytes; only addresses are missing.
    observer.phase("object", None);
    let summary = inspect::summarize(&wasm, Some(module.proposals()))?;
    let glue = generated(&module, &plan, &*isa)?;
    let object = object::emit(&module, &plan, isa, functions, glue, summary, options)?;
    drop(plan);
    drop(module);
    if options.emit == Emit::Object {
        output.bytes = object;
    } else {
        observer.phase("link", None);
        output.bytes = link::link(object, options.target, symbols::ENTRY)?;
    }
    Ok(output)
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

/// The code that we make ourselves: the entry, and a thunk for each import that needs one.
fn generated(
    module: &module::Module<'_>,
    plan: &Plan,
    isa: &dyn cranelift_codegen::isa::TargetIsa,
) -> Result<Vec<CompiledFunction>> {
    let mut context = Context::new();
    let mut compile = |clif| codegen::function(&mut context, isa, clif, 0, || "generated code".into());
    let mut functions = vec![compile(codegen::main(module, plan, isa)?)?];
    for &function in &plan.symbols.thunks {
        functions.push(compile(codegen::thunk(module, plan, isa, function)?)?);
    }
    Ok(functions)
}

fn warnings(plan: &Plan) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(trap) = plan.start_trap {
        warnings.push(format!("the program traps when it starts: a segment does not fit ({})", trap.message()));
    }
    warnings
}
