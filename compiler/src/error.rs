//! The error type: every way in which a compilation can fail. The variants tell a caller whose fault it is: the
//! module's, the options', or wasmc's. Text that a caller shows to people must be escaped by that caller: messages
//! contain names from the module as they are.

mod hosts;

use std::fmt;

use crate::input::TextPosition;

/// What `wasmc_compiler` functions return.
pub type Result<T> = std::result::Result<T, Error>;

/// The reason why there is no output. `Display` says what is wrong and where, [`Error::hint`] what to do next.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The input is no valid WebAssembly module (or text).
    Invalid {
        /// What is wrong, in words of the parser or validator.
        message: String,
        /// Byte offset in the binary, where there is one.
        offset: Option<u64>,
        /// What to do next.
        hint: Option<String>,
    },
    /// One of the errors above or below, about a module that was given as text.
    InText {
        /// What is wrong.
        error: Box<Error>,
        /// Where in the text.
        position: TextPosition,
    },
    /// The input is valid under a proposal that wasmc does not compile yet.
    Unsupported {
        /// The proposal, by the name of its repository.
        proposal: String,
        /// The validator's message, with the function.
        message: String,
        /// Byte offset in the binary, where there is one.
        offset: Option<u64>,
    },
    /// The input is valid under a proposal that [`Options::wasm_features`](crate::Options::wasm_features) turns off.
    TurnedOff {
        /// The proposal, by the name of its repository.
        proposal: String,
        /// The validator's message, with the function.
        message: String,
        /// Byte offset in the binary, where there is one.
        offset: Option<u64>,
    },
    /// Imports that nothing provides: all of them, in order, each as `module.name`.
    UnknownImports(Vec<String>),
    /// The module is valid but cannot be linked as asked: it has no entry point, an import has the wrong type, or an
    /// export is missing.
    Unlinkable {
        /// What does not fit.
        message: String,
        /// What to do next.
        hint: Option<String>,
    },
    /// The input exceeds a limit of the implementation.
    Limit {
        /// Which limit, and where.
        message: String,
    },
    /// An option asks for something that this build of wasmc does not have.
    Options {
        /// What was asked.
        message: String,
        /// What to do next.
        hint: Option<String>,
    },
    /// The linker failed.
    Link {
        /// The linker's message.
        message: String,
    },
    /// A bug of wasmc.
    Internal {
        /// What failed, and in which function.
        message: String,
    },
}

impl Error {
    pub(crate) fn internal(message: impl Into<String>) -> Error {
        Error::Internal { message: message.into() }
    }

    /// The exact thing to try next, where there is one.
    pub fn hint(&self) -> Option<String> {
        match self {
            Error::InText { error, .. } => error.hint(),
            Error::Invalid { hint, .. } | Error::Unlinkable { hint, .. } | Error::Options { hint, .. } => hint.clone(),
            Error::Unsupported { proposal, .. } => {
                Some(format!("compile the module without {proposal}, or follow its support in wasmc's README"))
            }
            Error::TurnedOff { proposal, .. } => {
                Some(format!("turn it on with --wasm-features=+{proposal}, or compile the module without it"))
            }
            Error::UnknownImports(imports) => Some(hosts::hint(imports)),
            Error::Limit { .. } => None,
            Error::Link { .. } | Error::Internal { .. } => {
                Some("this is a bug in wasmc: please report it with the module that shows it".into())
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |f: &mut fmt::Formatter<'_>, offset: &Option<u64>| match offset {
            Some(offset) => write!(f, " (at offset {offset:#x})"),
            None => Ok(()),
        };
        match self {
            Error::InText { error, position } => write!(f, "{error} ({position})"),
            Error::Invalid { message, offset, .. } => {
                write!(f, "invalid WebAssembly: {message}")?;
                at(f, offset)
            }
            Error::Unsupported { proposal, message, offset } => {
                write!(f, "unsupported proposal {proposal}: {message}")?;
                at(f, offset)
            }
            Error::TurnedOff { proposal, message, offset } => {
                write!(f, "the proposal {proposal} is turned off: {message}")?;
                at(f, offset)
            }
            Error::UnknownImports(imports) => {
                match imports.len() {
                    1 => write!(f, "nothing provides this import of the module:")?,
                    count => write!(f, "nothing provides {count} of the module's imports:")?,
                }
                imports.iter().try_for_each(|import| write!(f, "\n  {import}"))
            }
            Error::Unlinkable { message, .. } => f.write_str(message),
            Error::Limit { message } => write!(f, "limit exceeded: {message}"),
            Error::Options { message, .. } => f.write_str(message),
            Error::Link { message } => write!(f, "linking failed: {message}"),
            Error::Internal { message } => write!(f, "internal compiler error: {message}"),
        }
    }
}

impl std::error::Error for Error {}
