//! Reads a `.wast` file (`interpreter/README.md` of the specification, "Scripts") into what is to be checked.
//!
//! A script drives any number of instances in turn. As long as no instance shares state with another (see
//! [`crate::imports`]), the actions on each can be gathered into one program, in the order of the script. Once another
//! module imports from an instance, what is done with it is skipped: that module may change it.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::rc::Rc;
use wast::core::WastRetCore;
use wast::lexer::Lexer;
use wast::parser::{ParseBuffer, parse};
use wast::token::Span;
use wast::{QuoteWat, QuoteWatTest, Wast, WastArg, WastDirective, WastExecute, WastInvoke, WastRet, Wat};

use crate::Failure;
use crate::anatomy::Anatomy;
use crate::imports::{self, Definition, Registered};
use crate::value::{self, Expected, Value};

/// Why something in a script is not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It needs several instances that share state, or the failure to link them.
    Instances,
    /// It needs references that only a host can make.
    HostReferences,
    /// It is about the contents of a custom section, which a compiler may ignore.
    CustomSections,
    /// It is a directive or a value of a later version of the scripts.
    Directive,
}

/// Everything that a file asks for.
#[derive(Debug, Default)]
pub struct Script {
    /// Modules that must be accepted, whether or not they can be run.
    pub modules: Vec<Source>,
    /// Modules that must be rejected.
    pub rejections: Vec<Source>,
    /// Instances, and what is done with them.
    pub programs: Vec<Program>,
    /// How many directives of each kind are not run.
    pub skipped: BTreeMap<Reason, usize>,
}

/// A module as the script gives it: a binary, or text that is itself what is tested.
#[derive(Debug)]
pub struct Source {
    /// The line of the directive.
    pub line: usize,
    /// Binary or text.
    pub bytes: Vec<u8>,
}

/// An instance and what is done with it.
#[derive(Debug)]
pub struct Program {
    /// The line of the module.
    pub line: usize,
    /// The module.
    pub wasm: Rc<Vec<u8>>,
    /// What stands for its imports.
    pub definitions: Vec<Definition>,
    /// The trap that ends the instantiation, if one should.
    pub start_trap: Option<String>,
    /// What is called, in order.
    pub actions: Vec<Action>,
}

/// A call of an exported function, or a look at an exported global.
#[derive(Debug)]
pub struct Action {
    /// The line of the directive.
    pub line: usize,
    /// The name of the export.
    pub export: String,
    /// Arguments; `None` for a global.
    pub arguments: Option<Vec<Value>>,
    /// How it should end.
    pub end: End,
}

/// How an action ends.
#[derive(Debug)]
pub enum End {
    /// With these results; `None` if any will do.
    Results(Option<Vec<Expected>>),
    /// With a trap that has this message.
    Trap(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Instances => "instances",
            Reason::HostReferences => "host-references",
            Reason::CustomSections => "custom-sections",
            Reason::Directive => "directive",
        })
    }
}

impl Script {
    /// Reads a file.
    pub fn read(text: &str) -> Result<Script, Failure> {
        let mut lexer = Lexer::new(text);
        lexer.allow_confusing_unicode(true);
        let buffer = ParseBuffer::new_with_lexer(lexer).map_err(|error| error.to_string())?;
        let directives = parse::<Wast<'_>>(&buffer).map_err(|error| error.to_string())?.directives;
        let mut reader = Reader { text, lines: Lines::of(text), script: Script::default(), state: State::default() };
        for directive in directives {
            let line = reader.lines.line(directive.span());
            reader.directive(directive).map_err(|failure| format!("line {line}: {failure}"))?;
        }
        Ok(reader.script)
    }
}

/// A script, half read.
struct Reader<'a> {
    text: &'a str,
    lines: Lines,
    script: Script,
    state: State,
}

/// What names mean at the present line.
#[derive(Default)]
struct State {
    current: Option<Instance>,
    instances: HashMap<String, Instance>,
    definitions: HashMap<Option<String>, Rc<Vec<u8>>>,
    registered: Registered,
}

/// The instance of a module: a program, or the reason why it is none.
#[derive(Clone)]
struct Instance {
    module: Rc<Vec<u8>>,
    program: Result<usize, Reason>,
}

impl Reader<'_> {
    fn directive(&mut self, directive: WastDirective<'_>) -> Result<(), Failure> {
        let line = self.lines.line(directive.span());
        match directive {
            WastDirective::Module(module) => {
                let name = module.name().map(|id| id.name().to_owned());
                let wasm = self.accept(line, module)?;
                self.instantiate(line, name, wasm, None)?;
            }
            WastDirective::ModuleDefinition(module) => {
                let name = module.name().map(|id| id.name().to_owned());
                let wasm = self.accept(line, module)?;
                self.state.definitions.insert(name, wasm.clone());
                self.state.definitions.insert(None, wasm);
            }
            WastDirective::ModuleInstance { instance, module, .. } => {
                let definition = self.state.definitions.get(&module.map(|id| id.name().to_owned()));
                let wasm = definition.cloned().ok_or("an instance of no module")?;
                self.instantiate(line, instance.map(|id| id.name().to_owned()), wasm, None)?;
            }
            WastDirective::AssertMalformed { module, .. } | WastDirective::AssertInvalid { module, .. } => {
                self.reject(line, module)?;
            }
            WastDirective::Register { name, module, .. } => {
                let instance = self.instance(module.map(|id| id.name()))?.clone();
                self.state.registered.insert(name.into(), instance.module);
            }
            WastDirective::Invoke(invoke) => self.invoke(line, &invoke, End::Results(None))?,
            WastDirective::AssertReturn { exec, results, .. } => self.assert_return(line, exec, &results)?,
            WastDirective::AssertTrap { exec, message, .. } => self.assert_trap(line, exec, message)?,
            WastDirective::AssertExhaustion { call, message, .. } => {
                self.invoke(line, &call, End::Trap(message.into()))?;
            }
            WastDirective::AssertUnlinkable { .. } => self.skip(Reason::Instances),
            WastDirective::AssertMalformedCustom { .. } | WastDirective::AssertInvalidCustom { .. } => {
                self.skip(Reason::CustomSections);
            }
            WastDirective::AssertException { .. }
            | WastDirective::AssertSuspension { .. }
            | WastDirective::Thread(_)
            | WastDirective::Wait { .. } => self.skip(Reason::Directive),
        }
        Ok(())
    }

    /// A module that has to be accepted, and its binary.
    fn accept(&mut self, line: usize, mut module: QuoteWat<'_>) -> Result<Rc<Vec<u8>>, Failure> {
        let bytes = source(&mut module)?;
        let wasm = Rc::new(module.encode().map_err(|error| error.to_string())?);
        self.script.modules.push(Source { line, bytes });
        Ok(wasm)
    }

    /// A module that has to be rejected, unless the assembler of the script itself rejects it.
    fn reject(&mut self, line: usize, mut module: QuoteWat<'_>) -> Result<(), Failure> {
        let bytes = match source(&mut module) {
            Ok(bytes) => bytes,
            // Text that is no quotation but does not assemble: the compiler gets it as it stands.
            Err(_) => self.quotation(module.span())?.into(),
        };
        self.script.rejections.push(Source { line, bytes });
        Ok(())
    }

    /// The text of the module whose keyword is here, with its parentheses.
    fn quotation(&self, keyword: Span) -> Result<&str, Failure> {
        let start = self.text[..keyword.offset()].rfind('(').ok_or("a module without a parenthesis")?;
        let mut depth = 0;
        for (position, character) in self.text[start..].char_indices() {
            depth += i32::from(character == '(') - i32::from(character == ')');
            if depth == 0 {
                return Ok(&self.text[start..=start + position]);
            }
        }
        Err("a module without an end".into())
    }

    fn instantiate(
        &mut self,
        line: usize,
        name: Option<String>,
        module: Rc<Vec<u8>>,
        start_trap: Option<String>,
    ) -> Result<(), Failure> {
        let definitions = imports::resolve(&Anatomy::of(&module)?, &self.state.registered)?;
        let ends = start_trap.is_some();
        let program = definitions.map(|definitions| {
            let program = Program { line, wasm: module.clone(), definitions, start_trap, actions: Vec::new() };
            self.script.programs.push(program);
            self.script.programs.len() - 1
        });
        if let Err(reason) = program {
            self.skip(reason);
            self.share(&module)?;
        }
        if !ends {
            let instance = Instance { module, program };
            self.state.instances.extend(name.map(|name| (name, instance.clone())));
            self.state.current = Some(instance);
        }
        Ok(())
    }

    /// Gives up all instances from which this module imports.
    fn share(&mut self, importer: &[u8]) -> Result<(), Failure> {
        let anatomy = Anatomy::of(importer)?;
        let named = &mut self.state;
        for instance in named.instances.values_mut().chain(&mut named.current) {
            let shared = |import: &wasmparser::Import<'_>| {
                named.registered.get(import.module).is_some_and(|module| Rc::ptr_eq(module, &instance.module))
            };
            if anatomy.imports.iter().any(shared) {
                instance.program = Err(Reason::Instances);
            }
        }
        Ok(())
    }

    fn instance(&self, name: Option<&str>) -> Result<&Instance, Failure> {
        match name {
            Some(name) => self.state.instances.get(name).ok_or_else(|| format!("no instance ${name}")),
            None => self.state.current.as_ref().ok_or_else(|| "no instance yet".into()),
        }
    }

    fn assert_return(&mut self, line: usize, exec: WastExecute<'_>, results: &[WastRet<'_>]) -> Result<(), Failure> {
        if results.iter().any(|result| matches!(result, WastRet::Core(WastRetCore::Either(_)))) {
            self.skip(Reason::Directive);
            return Ok(());
        }
        let expected = match results.iter().map(value::expected).collect() {
            Ok(expected) => expected,
            Err(reason) => {
                self.skip(reason);
                return Ok(());
            }
        };
        match exec {
            WastExecute::Invoke(invoke) => self.invoke(line, &invoke, End::Results(Some(expected))),
            WastExecute::Get { module, global, .. } => {
                let end = End::Results(Some(expected));
                let action = Action { line, export: global.into(), arguments: None, end };
                self.act(module.map(|id| id.name()), action)
            }
            WastExecute::Wat(_) => Err("a module that should return".into()),
        }
    }

    fn assert_trap(&mut self, line: usize, exec: WastExecute<'_>, message: &str) -> Result<(), Failure> {
        match exec {
            WastExecute::Invoke(invoke) => self.invoke(line, &invoke, End::Trap(message.into())),
            WastExecute::Get { .. } => Err("a global that should trap".into()),
            WastExecute::Wat(module) => {
                let wasm = self.accept(line, QuoteWat::Wat(module))?;
                self.instantiate(line, None, wasm, Some(message.into()))
            }
        }
    }

    fn invoke(&mut self, line: usize, invoke: &WastInvoke<'_>, end: End) -> Result<(), Failure> {
        let arguments: Result<Vec<_>, _> =
            invoke.args.iter().map(|argument: &WastArg<'_>| value::argument(argument)).collect();
        match arguments {
            Ok(arguments) => {
                let action = Action { line, export: invoke.name.into(), arguments: Some(arguments), end };
                self.act(invoke.module.map(|id| id.name()), action)
            }
            Err(reason) => {
                self.skip(reason);
                Ok(())
            }
        }
    }

    fn act(&mut self, instance: Option<&str>, action: Action) -> Result<(), Failure> {
        match self.instance(instance)?.program {
            Ok(program) => self.script.programs[program].actions.push(action),
            Err(reason) => self.skip(reason),
        }
        Ok(())
    }

    fn skip(&mut self, reason: Reason) {
        *self.script.skipped.entry(reason).or_default() += 1;
    }
}

/// What the compiler is given: the binary, or the text where that is what the script quotes.
fn source(module: &mut QuoteWat<'_>) -> Result<Vec<u8>, Failure> {
    if let QuoteWat::Wat(Wat::Component(_)) = module {
        return Err("a component".into());
    }
    match module.to_test() {
        Ok(QuoteWatTest::Binary(bytes) | QuoteWatTest::Text(bytes)) => Ok(bytes),
        Err(error) => Err(error.to_string()),
    }
}

/// Where lines begin.
struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Lines {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(position, _)| position + 1);
        Lines { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The line of a place, from 1.
    fn line(&self, span: Span) -> usize {
        self.starts.partition_point(|start| *start <= span.offset())
    }
}
