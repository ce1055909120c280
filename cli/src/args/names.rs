//! The names that shells complete after `--target`, `--cpu` and `--wasm-features`. They are no list of what is allowed,
//! since each of the options takes more than names; whether a value is right is decided in [`super::resolve`].

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use wasmc_compiler::{Cpu, Proposals, TARGETS};

/// Parses any text, and knows names for completion.
#[derive(Clone)]
pub(super) struct Named(fn() -> Vec<String>);

/// `--target`.
pub(super) fn targets() -> Named {
    Named(|| TARGETS.iter().map(|target| target.name().to_owned()).collect())
}

/// `--cpu`, of all targets: which of them is meant may be said later on the command line.
pub(super) fn cpus() -> Named {
    Named(|| {
        let mut names = vec!["baseline".to_owned(), "native".to_owned()];
        let levels = TARGETS.iter().flat_map(|target| Cpu::levels(*target)).map(str::to_owned);
        let features = TARGETS.iter().flat_map(|target| Cpu::features(*target)).map(|name| format!("+{name}"));
        for name in levels.chain(features) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    })
}

/// `--wasm-features`.
pub(super) fn wasm_features() -> Named {
    Named(|| {
        let signed = |sign: &'static str| Proposals::all().names().into_iter().map(move |name| format!("{sign}{name}"));
        Proposals::SETS.map(str::to_owned).into_iter().chain(signed("+")).chain(signed("-")).collect()
    })
}

impl TypedValueParser for Named {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        // clap takes only names that live as long as the process, which ends soon after it has printed them.
        Some(Box::new((self.0)().into_iter().map(|name| PossibleValue::new(&*name.leak()))))
    }
}
