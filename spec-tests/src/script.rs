//! Reads a `.wast` file (`interpreter/README.md` of the specification, "Scripts") into lists of checks.
//!
//! Names are resolved here, because all instances of a script are linked into one program: an instance becomes a
//! number, and each of its imports gets the number of the instance that provides it. Instance 0 is `spectest`. A
//! directive that cannot run must be counted, never dropped.

mod places;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use wast::lexer::Lexer;
use wast::parser::{ParseBuffer, parse};
use wast::token::Id;
use wast::{QuoteWat, QuoteWatTest, Wast, WastDirective, WastExecute, WastInvoke, WastRet, Wat};

use crate::module::Module;
use crate::value::{self, Expected, Value};
use crate::{Failure, gc, spectest};
use places::Lines;

/// All checks of a file.
#[derive(Debug, Default)]
pub struct Script {
    /// Modules that must be accepted, and that are not shown to be by an instance.
    pub accepted: Vec<Source>,
    /// Modules that must be rejected as invalid or malformed.
    pub rejected: Vec<Rejected>,
    /// Modules of gc, each with the mistake in it if it is invalid.
    pub gc: Vec<(Source, Option<String>)>,
    /// All instances, in the order in which they are made.
    pub instances: Vec<Instance>,
    /// All actions, in order.
    pub actions: Vec<Action>,
    /// The number of directives that do not run because they need an instance of a module of `gc`.
    pub not_run: usize,
}

/// A module as the script gives it: a binary, or text if the text itself is tested.
#[derive(Debug)]
pub struct Source {
    /// The line of the directive.
    pub line: usize,
    /// Binary or text.
    pub bytes: Vec<u8>,
}

/// A module that must be rejected.
#[derive(Debug)]
pub struct Rejected {
    /// The module.
    pub source: Source,
    /// The script's name for the mistake.
    pub message: String,
}

/// A module and the providers of its imports.
#[derive(Debug)]
pub struct Instance {
    /// The line of the directive; 0 for `spectest`.
    pub line: usize,
    /// The module.
    pub module: Rc<Module>,
    /// The instance for each module name from which it imports. A name without an instance is missing.
    pub providers: BTreeMap<String, usize>,
}

/// An action on an instance.
#[derive(Debug)]
pub struct Action {
    /// The line of the directive.
    pub line: usize,
    /// The instance.
    pub instance: usize,
    /// The kind of action.
    pub act: Act,
    /// Its expected end.
    pub end: End,
}

/// A kind of action.
#[derive(Debug)]
pub enum Act {
    /// Makes the instance.
    Instantiate,
    /// Calls this function with these arguments.
    Invoke(String, Vec<Value>),
    /// Reads this global.
    Get(String),
}

/// The end of an action.
#[derive(Debug)]
pub enum End {
    /// It returns, with any results.
    Returns,
    /// It returns with these results.
    Results(Vec<Expected>),
    /// It ends with a trap that has this message.
    Trap(String),
    /// It ends with an exception.
    Exception,
    /// The instance cannot be linked, with this message, because an import does not match.
    Unlinkable(String),
}

impl Script {
    /// Reads a file.
    pub fn read(text: &str) -> Result<Script, Failure> {
        let mut lexer = Lexer::new(text);
        lexer.allow_confusing_unicode(true);
        let buffer = ParseBuffer::new_with_lexer(lexer).map_err(|error| error.to_string())?;
        let directives = parse::<Wast<'_>>(&buffer).map_err(|error| error.to_string())?.directives;
        let mut reader = Reader::new(text);
        for directive in directives {
            let line = reader.lines.line(directive.span());
            reader.directive(directive).map_err(|failure| format!("line {line}: {failure}"))?;
        }
        reader.finish()
    }
}

/// A script that is being read.
struct Reader<'a> {
    text: &'a str,
    lines: Lines,
    script: Script,
    names: Names,
}

/// The number of an instance; `None` if its module is of a proposal that is not compiled.
type Slot = Option<usize>;

/// The meaning of names at the current line.
#[derive(Default)]
struct Names {
    current: Option<Slot>,
    instances: HashMap<String, Slot>,
    definitions: HashMap<Option<String>, Option<Rc<Module>>>,
    registered: BTreeMap<String, Slot>,
    /// All names that any module imports from `spectest`.
    spectest: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Reader<'a> {
        let mut reader = Reader { text, lines: Lines::of(text), script: Script::default(), names: Names::default() };
        let spectest = Instance { line: 0, module: Rc::default(), providers: BTreeMap::new() };
        reader.script.instances.push(spectest);
        reader.script.actions.push(Action { line: 0, instance: 0, act: Act::Instantiate, end: End::Returns });
        reader.names.registered.insert("spectest".into(), Some(0));
        reader
    }

    fn finish(mut self) -> Result<Script, Failure> {
        let spectest = Module::read(spectest::module(&self.names.spectest)?)?;
        self.script.instances[0].module = Rc::new(spectest);
        Ok(self.script)
    }

    fn directive(&mut self, directive: WastDirective<'_>) -> Result<(), Failure> {
        let line = self.lines.line(directive.span());
        match directive {
            WastDirective::Module(module) => {
                let name = name(module.name());
                let module = self.module(line, module)?;
                self.instance(line, name, module)
            }
            WastDirective::ModuleDefinition(module) => {
                let name = name(module.name());
                let module = self.module(line, module)?;
                if let Some(module) = &module {
                    self.script.accepted.push(Source { line, bytes: module.wasm.clone() });
                }
                self.names.definitions.insert(name, module.clone());
                self.names.definitions.insert(None, module);
                Ok(())
            }
            WastDirective::ModuleInstance { instance, module, .. } => {
                let module = self.names.definitions.get(&name(module)).cloned().ok_or("an instance of no module")?;
                self.instance(line, name(instance), module)
            }
            WastDirective::AssertMalformed { module, message, .. }
            | WastDirective::AssertInvalid { module, message, .. }
            | WastDirective::AssertMalformedCustom { module, message, .. }
            | WastDirective::AssertInvalidCustom { module, message, .. } => self.reject(line, module, message),
            WastDirective::Register { name, module, .. } => {
                let slot = self.slot(module)?;
                self.names.registered.insert(name.into(), slot);
                Ok(())
            }
            WastDirective::Invoke(invoke) => self.invoke(line, &invoke, End::Returns),
            WastDirective::AssertReturn { exec, results, .. } => self.assert_return(line, exec, &results),
            WastDirective::AssertTrap { exec, message, .. } => self.execute(line, exec, End::Trap(message.into())),
            WastDirective::AssertException { exec, .. } => self.execute(line, exec, End::Exception),
            WastDirective::AssertExhaustion { call, message, .. } => {
                self.invoke(line, &call, End::Trap(message.into()))
            }
            WastDirective::AssertUnlinkable { module, message, .. } => {
                self.execute(line, WastExecute::Wat(module), End::Unlinkable(message.into()))
            }
            WastDirective::AssertSuspension { .. } | WastDirective::Thread(_) | WastDirective::Wait { .. } => {
                Err("a directive that no script of the suite has".into())
            }
        }
    }

    /// Reads a module that must be accepted; `None` if it is of gc.
    fn module(&mut self, line: usize, mut module: QuoteWat<'_>) -> Result<Option<Rc<Module>>, Failure> {
        let source = source(&mut module)?;
        let is_text = matches!(module, QuoteWat::QuoteModule(..));
        let wasm = module.encode().map_err(|error| error.to_string())?;
        if gc::is_used(&wasm) {
            self.script.gc.push((Source { line, bytes: source }, None));
            return Ok(None);
        }
        if is_text {
            self.script.accepted.push(Source { line, bytes: source });
        }
        Module::read(wasm).map(|module| Some(Rc::new(module)))
    }

    /// Reads a module that must be rejected. A module of gc is refused for gc, whatever else is wrong with it.
    fn reject(&mut self, line: usize, mut module: QuoteWat<'_>, message: &str) -> Result<(), Failure> {
        let bytes = match source(&mut module) {
            Ok(bytes) => bytes,
            // The text is not quoted and does not assemble: the compiler gets it from the script as it stands.
            Err(_) => places::module_at(self.text, module.span())?.into(),
        };
        let source = Source { line, bytes };
        if module.encode().is_ok_and(|wasm| gc::is_used(&wasm)) {
            self.script.gc.push((source, Some(message.into())));
        } else {
            self.script.rejected.push(Rejected { source, message: message.into() });
        }
        Ok(())
    }

    /// Makes an instance that later directives can use.
    fn instance(&mut self, line: usize, name: Option<String>, module: Option<Rc<Module>>) -> Result<(), Failure> {
        let slot = self.instantiate(line, module, End::Returns)?;
        self.names.instances.extend(name.map(|name| (name, slot)));
        self.names.current = Some(slot);
        Ok(())
    }

    fn instantiate(&mut self, line: usize, module: Option<Rc<Module>>, end: End) -> Result<Slot, Failure> {
        let Some(module) = module else { return Ok(None) };
        let mut providers = BTreeMap::new();
        for (from, name) in &module.imports {
            match self.names.registered.get(from) {
                Some(Some(instance)) => {
                    providers.insert(from.clone(), *instance);
                }
                // The module imports from one of gc, so there is no instance; it must still be accepted.
                Some(None) => {
                    self.script.accepted.push(Source { line, bytes: module.wasm.clone() });
                    self.skip()?;
                    return Ok(None);
                }
                None => {}
            }
            if from == "spectest" {
                self.names.spectest.insert(name.clone());
            }
        }
        let instance = self.script.instances.len();
        self.script.instances.push(Instance { line, module, providers });
        self.script.actions.push(Action { line, instance, act: Act::Instantiate, end });
        Ok(Some(instance))
    }

    fn slot(&self, name: Option<Id<'_>>) -> Result<Slot, Failure> {
        match name {
            Some(name) => {
                self.names.instances.get(name.name()).copied().ok_or_else(|| format!("no instance ${}", name.name()))
            }
            None => self.names.current.ok_or_else(|| "no instance yet".into()),
        }
    }

    fn assert_return(&mut self, line: usize, exec: WastExecute<'_>, results: &[WastRet<'_>]) -> Result<(), Failure> {
        let slot = match &exec {
            WastExecute::Invoke(invoke) => self.slot(invoke.module)?,
            WastExecute::Get { module, .. } => self.slot(*module)?,
            WastExecute::Wat(_) => return Err("a module that should return".into()),
        };
        if slot.is_none() {
            return self.skip();
        }
        let expected = results.iter().map(value::expected).collect::<Result<_, _>>()?;
        self.execute(line, exec, End::Results(expected))
    }

    fn execute(&mut self, line: usize, exec: WastExecute<'_>, end: End) -> Result<(), Failure> {
        match exec {
            WastExecute::Invoke(invoke) => self.invoke(line, &invoke, end),
            WastExecute::Get { module, global, .. } => {
                let slot = self.slot(module)?;
                self.act(line, slot, Act::Get(global.into()), end)
            }
            WastExecute::Wat(module) => {
                let module = self.module(line, QuoteWat::Wat(module))?;
                self.instantiate(line, module, end).map(drop)
            }
        }
    }

    fn invoke(&mut self, line: usize, invoke: &WastInvoke<'_>, end: End) -> Result<(), Failure> {
        let slot = self.slot(invoke.module)?;
        if slot.is_none() {
            return self.skip();
        }
        let arguments = invoke.args.iter().map(value::argument).collect::<Result<_, _>>()?;
        self.act(line, slot, Act::Invoke(invoke.name.into(), arguments), end)
    }

    fn act(&mut self, line: usize, slot: Slot, act: Act, end: End) -> Result<(), Failure> {
        match slot {
            Some(instance) => {
                self.script.actions.push(Action { line, instance, act, end });
                Ok(())
            }
            None => self.skip(),
        }
    }

    fn skip(&mut self) -> Result<(), Failure> {
        self.script.not_run += 1;
        Ok(())
    }
}

fn name(id: Option<Id<'_>>) -> Option<String> {
    id.map(|id| id.name().into())
}

/// The bytes for the compiler: the binary, or the text if the script quotes text.
fn source(module: &mut QuoteWat<'_>) -> Result<Vec<u8>, Failure> {
    if let QuoteWat::Wat(Wat::Component(_)) = module {
        return Err("a component".into());
    }
    match module.to_test() {
        Ok(QuoteWatTest::Binary(bytes) | QuoteWatTest::Text(bytes)) => Ok(bytes),
        Err(error) => Err(error.to_string()),
    }
}
