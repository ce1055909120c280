//! `environ_get` and `environ_sizes_get`: the environment that the guest sees.
//!
//! It is empty by default. There are three sources, of which a later one replaces variables of an earlier one: the
//! host's environment if the executable was built to inherit it, the variables that were named when it was built, and,
//! if [`start_variables`] count, those of `WASMC_ENV` with entries `NAME=VALUE` or `NAME` (the host's value).
//!
//! What must not happen here: a variable of the host whose name begins with `WASMC_` passed to the guest. Those are
//! addressed to the runtime.

use alloc::vec::Vec;

use wasmc_abi::policy::entry::VariableEntry;
use wasmc_abi::policy::{self, Record};

use super::errno::{Errno, status};
use super::guest_address;
use super::strings::{self, Parts};
use crate::entry::args;
use crate::memory::guest::GuestAddress;
use crate::program;
use crate::wasi::host::start_variables;

/// The prefix of the runtime's own variables.
const OWN_PREFIX: &[u8] = b"WASMC_";

/// A name and a value.
type Variable = (&'static [u8], &'static [u8]);

/// `environ_get(environ, environ_buf)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_environ_get(environ: u32, environ_buf: u32) -> u32 {
    status(get(guest_address(environ), guest_address(environ_buf)))
}

/// `environ_sizes_get() -> (count, bytes)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_environ_sizes_get(count: u32, bytes: u32) -> u32 {
    status(sizes(guest_address(count), guest_address(bytes)))
}

fn get(environ: GuestAddress, buffer: GuestAddress) -> Result<(), Errno> {
    strings::store(variables()?.into_iter().map(parts), environ, buffer)
}

fn sizes(count: GuestAddress, bytes: GuestAddress) -> Result<(), Errno> {
    strings::store_sizes(variables()?.into_iter().map(parts), count, bytes)
}

fn parts((name, value): Variable) -> Parts {
    [name, b"=", value]
}

/// The guest's environment. It is assembled at each of the two calls that a guest makes at its start, with the same
/// result, because the sources do not change.
fn variables() -> Result<Vec<Variable>, Errno> {
    let mut variables = Vec::new();
    let records = || policy::records(program::policy());
    if records().any(|record| matches!(record, Record::InheritEnvironment)) {
        for variable in args::environment().filter_map(|variable| split(variable.to_bytes())) {
            if !variable.0.starts_with(OWN_PREFIX) {
                set(&mut variables, variable)?;
            }
        }
    }
    for record in records() {
        if let Record::Environment { name, value } = record {
            add(&mut variables, name, value)?;
        }
    }
    for VariableEntry { name, value } in start_variables::variables() {
        add(&mut variables, name, value)?;
    }
    Ok(variables)
}

/// Sets `name` to `value`, or without a value to the host's variable of that name, if there is one.
fn add(variables: &mut Vec<Variable>, name: &'static [u8], value: Option<&'static [u8]>) -> Result<(), Errno> {
    value.or_else(|| host_value(name)).map_or(Ok(()), |value| set(variables, (name, value)))
}

fn host_value(name: &[u8]) -> Option<&'static [u8]> {
    if name.starts_with(OWN_PREFIX) { None } else { args::environment_variable(name) }
}

fn set(variables: &mut Vec<Variable>, variable: Variable) -> Result<(), Errno> {
    match variables.iter_mut().find(|(name, _)| *name == variable.0) {
        Some(place) => *place = variable,
        None => {
            variables.try_reserve(1).map_err(|_| Errno::Nomem)?;
            variables.push(variable);
        }
    }
    Ok(())
}

/// The two parts of `NAME=VALUE`; `None` if the name would be empty, since such a string cannot be passed on.
fn split(variable: &[u8]) -> Option<(&[u8], &[u8])> {
    let equals = variable.iter().position(|byte| *byte == b'=').filter(|position| *position != 0)?;
    Some((variable.get(..equals)?, variable.get(equals + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_split_at_the_first_equals_sign() {
        assert_eq!(split(b"A=b=c"), Some((&b"A"[..], &b"b=c"[..])));
        assert_eq!(split(b"A="), Some((&b"A"[..], &b""[..])));
        assert_eq!(split(b"A"), None);
        assert_eq!(split(b"=A"), None);
    }

    #[test]
    fn later_values_win_in_place() {
        let mut variables = Vec::new();
        for variable in [(&b"A"[..], &b"1"[..]), (b"B", b"2"), (b"A", b"3")] {
            assert_eq!(set(&mut variables, variable), Ok(()));
        }
        assert_eq!(add(&mut variables, b"NOT_SET_ON_THE_HOST", None), Ok(()));
        assert_eq!(variables, [(&b"A"[..], &b"3"[..]), (b"B", b"2")]);
    }
}
