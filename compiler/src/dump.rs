//! Functions as text for people: `--emit clif` and `--emit asm`. The text has no stable form, and nothing in wasmc may
//! read it. Names from the module are escaped.

use std::fmt::Write;

use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::ir::Function;
use cranelift_codegen::isa::TargetIsa;

use crate::codegen::Generator;
use crate::error::{Error, Result};
use crate::options::Emit;
use crate::plan::symbols::Definition;
use crate::translate::Unit;

/// The text of one function of a module; glue code has none.
pub(crate) fn function(
    unit: Unit<'_, '_>,
    generator: &Generator,
    emit: Emit,
    definition: Definition,
    clif: &Function,
) -> Result<String> {
    let Definition::Body(body) = definition else { return Ok(String::new()) };
    let Unit { program, .. } = unit;
    let index = program.index_in_module(body);
    let header = match program.name(body) {
        Some(_) => format!(";; function {index} ({})\n", program.display_name(body).escape_default()),
        None => format!(";; function {index}\n"),
    };
    match emit {
        Emit::Assembly => {
            let (_, body_bytes) = program.source(body);
            let (isa, _) = generator.isa_for(clif, body_bytes);
            Ok(format!("{header}{}\n", assembly(isa, clif)?))
        }
        _ => Ok(format!("{header}{}\n", clif.display())),
    }
}

/// The machine code of a function as text, one instruction a line.
fn assembly(isa: &dyn TargetIsa, clif: &Function) -> Result<String> {
    let mut context = cranelift_codegen::Context::for_function(clif.clone());
    context.set_disasm(true);
    let code = context
        .compile(isa, &mut ControlPlane::default())
        .map_err(|error| Error::internal(format!("{:?}", error.inner)))?;
    let mut text = code.vcode.clone().unwrap_or_default();
    let _ = writeln!(text);
    Ok(text)
}
