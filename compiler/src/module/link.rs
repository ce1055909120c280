//! Linking: the instances of a program become one [`Program`] (core specification, 4.5.3 "Instantiation"; everything of
//! it that is known before the program runs is done here).
//!
//! The result has one index space of each kind for the whole program. Functions that only the host can provide come
//! first there, as imports do in a module. Modules are borrowed and stay as they are, so that one module can serve
//! several instances: bodies keep the indices of their module, and [`Instance::spaces`] translates them. Nothing may be
//! decided here that depends on a target or an option.

use std::collections::HashMap;

use wasmparser::{FuncType, HeapType, RefType, UnpackedIndex, ValType};

use super::entities::{Entity, Function, Global, Import, Memory, Table, Tag};
use super::index::{
    DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, Index, IndexVec, MemoryIndex, TableIndex, TagIndex,
    TypeIndex,
};
use super::instance::{IndexMap, IndexSpaces, Instance, InstanceIndex, Minimum};
use super::matching::{global_matches, memory_matches, table_matches};
use super::{Module, Program};
use crate::error::{Error, Result};
use crate::observer::Observer;

/// An instance before linking: its module, and the instances that provide its imports.
#[derive(Clone, Copy)]
pub(crate) struct Linkable<'a> {
    /// The module, as it was parsed.
    pub(crate) module: &'a Module<'a>,
    /// For the first name of an import, the position of an instance before this one. Names that are not here are left
    /// to the host; of several equal ones, the last counts.
    pub(crate) providers: &'a [(&'a str, usize)],
}

/// Links instances, each of which imports from those before it. The exports of the last one are the program's.
///
/// # Errors
/// [`Error::Unlinkable`] with `unknown import` or `incompatible import type`, which are the messages in the
/// specification's tests.
pub(crate) fn link<'a>(linkables: &[Linkable<'a>], observer: &dyn Observer) -> Result<Program<'a>> {
    let mut resolutions = Vec::with_capacity(linkables.len());
    for (position, linkable) in linkables.iter().enumerate() {
        observer.module(position);
        let resolve = |import| resolve(&linkables[..position], linkable.providers, import);
        resolutions.push(linkable.module.imports.iter().map(resolve).collect::<Result<Vec<_>>>()?);
    }
    let mut linker = Linker::default();
    for (linkable, resolved) in linkables.iter().zip(&resolutions) {
        let of_host = linkable.module.imports.iter().zip(resolved).filter(|(_, provided)| provided.is_none());
        let functions = of_host.filter(|(import, _)| matches!(import.entity, Entity::Function(_)));
        linker.program.imported_functions += functions.count() as u32;
    }
    for (position, (linkable, resolved)) in linkables.iter().zip(resolutions).enumerate() {
        observer.module(position);
        linker.add(linkable.module, name_of(linkables, position), &resolved)?;
    }
    let Linker { mut program, defined_functions, .. } = linker;
    program.functions.extend(defined_functions);
    if let Some((_, last)) = program.instances.iter().next_back() {
        program.exports = last.exports.clone();
    }
    Ok(program)
}

/// The name of an instance: the one under which other instances import from it, or else the name of its module.
fn name_of<'a>(linkables: &[Linkable<'a>], position: usize) -> Option<&'a str> {
    let mut providers = linkables.iter().flat_map(|linkable| linkable.providers);
    let given = providers.find(|(_, provider)| *provider == position).map(|(name, _)| *name);
    given.filter(|name| !name.is_empty()).or_else(|| linkables[position].module.names.module())
}

/// The instance and entity that provide an import; `None` if the host does.
fn resolve(
    before: &[Linkable<'_>],
    providers: &[(&str, usize)],
    import: &Import<'_>,
) -> Result<Option<(usize, Entity)>> {
    let Some(&(_, position)) = providers.iter().rev().find(|(name, _)| *name == import.module) else {
        return Ok(None);
    };
    let provider = before.get(position);
    let provider = provider.ok_or_else(|| Error::internal("a module imports from one that is not before it"))?;
    match provider.module.exports.iter().find(|export| export.name == import.name) {
        Some(export) => Ok(Some((position, export.entity))),
        None => Err(Error::Unlinkable {
            message: format!("unknown import: '{}' exports no '{}'", import.module, import.name),
            hint: None,
        }),
    }
}

#[derive(Default)]
struct Linker<'a> {
    program: Program<'a>,
    /// Functions with bodies, which come after all imported ones.
    defined_functions: Vec<Function>,
    /// Canonical ids of types.
    type_ids: HashMap<FuncType, u32>,
}

/// The entities of a module with the program's type indices, and with canonical ids in the types of values.
struct Retyped {
    functions: IndexVec<FuncIndex, Function>,
    tables: IndexVec<TableIndex, Table>,
    memories: IndexVec<MemoryIndex, Memory>,
    globals: IndexVec<GlobalIndex, Global>,
    tags: IndexVec<TagIndex, Tag>,
}

impl<'a> Linker<'a> {
    /// Adds an instance of a module, with its imports resolved.
    fn add(
        &mut self,
        module: &'a Module<'a>,
        name: Option<&'a str>,
        resolved: &[Option<(usize, Entity)>],
    ) -> Result<()> {
        let mut spaces =
            IndexSpaces { types: IndexMap::new(Vec::new(), self.program.types.len() as u32), ..IndexSpaces::default() };
        for (_, ty) in module.types.iter() {
            self.add_type(&spaces.types, ty);
        }
        let entities = self.retyped(module, &spaces.types);

        let minimums = self.add_imports(module, &entities, resolved, &mut spaces)?;

        // Definitions come after everything that is there already.
        let program = &mut self.program;
        spaces.functions.define(program.imported_functions + self.defined_functions.len() as u32);
        spaces.tables.define(program.tables.len() as u32);
        spaces.memories.define(program.memories.len() as u32);
        spaces.globals.define(program.globals.len() as u32);
        spaces.tags.define(program.tags.len() as u32);
        spaces.elements.define(program.elements.len() as u32);
        spaces.data.define(program.data.len() as u32);
        let first_body = self.defined_functions.len() as u32;
        self.defined_functions.extend(entities.functions.into_iter().skip(spaces.functions.imported()));
        for table in entities.tables.into_iter().skip(spaces.tables.imported()) {
            let init = table.init.map(|init| init.renumbered(&spaces));
            program.tables.push(Table { init, ..table });
        }
        let first_memory = program.memories.len() as u32;
        program.memories.extend(entities.memories.into_iter().skip(spaces.memories.imported()));
        for global in entities.globals.into_iter().skip(spaces.globals.imported()) {
            let init = global.init.map(|init| init.renumbered(&spaces));
            program.globals.push(Global { init, ..global });
        }
        program.tags.extend(entities.tags.into_iter().skip(spaces.tags.imported()));
        let (first_element, first_data) = (program.elements.len() as u32, program.data.len() as u32);
        program.elements.extend(module.elements.iter().map(|(_, segment)| segment.renumbered(&spaces)));
        program.data.extend(module.data.iter().map(|(_, segment)| segment.renumbered(&spaces)));
        program.instances.push(Instance {
            module,
            name,
            exports: module.exports.iter().map(|export| spaces.export(export)).collect(),
            start: module.start.map(|function| spaces.functions.get(function.0)),
            bodies: DefinedFuncIndex(first_body)..DefinedFuncIndex(self.defined_functions.len() as u32),
            memories: MemoryIndex(first_memory)..MemoryIndex(program.memories.len() as u32),
            elements: ElemIndex(first_element)..ElemIndex(program.elements.len() as u32),
            data: DataIndex(first_data)..DataIndex(program.data.len() as u32),
            minimums,
            spaces,
        });
        Ok(())
    }

    /// Gives each import of a module an index in the program: that of the export that provides it, or a new one if the
    /// host provides it. Returns the minimums that are to be checked at instantiation.
    fn add_imports(
        &mut self,
        module: &Module<'a>,
        entities: &Retyped,
        resolved: &[Option<(usize, Entity)>],
        spaces: &mut IndexSpaces,
    ) -> Result<Vec<Minimum>> {
        let mut minimums = Vec::new();
        for (import, provided) in module.imports.iter().zip(resolved) {
            let entity = match provided {
                Some((provider, entity)) => {
                    let provider = &self.program.instances[InstanceIndex(*provider as u32)];
                    let entity = provider.spaces.renumber(*entity);
                    self.check(entities, import, entity, &mut minimums)?;
                    entity
                }
                None => {
                    let entity = self.declare(entities, import.entity);
                    self.program.imports.push(Import { entity, ..*import });
                    entity
                }
            };
            spaces.import(entity);
        }
        Ok(minimums)
    }

    /// Adds a type, after all types of its module that come before it; equal types get equal ids.
    fn add_type(&mut self, types: &IndexMap<TypeIndex>, ty: &'a FuncType) {
        let itself = self.program.types.len() as u32;
        let canonical = |ty: &ValType| match canonical_index(ty).map(|index| types.get(index)) {
            // Types that refer to themselves in the same place are equal, so the reference must not depend on the
            // index.
            Some(index) if index.0 == itself => with_index(*ty, UnpackedIndex::RecGroup(0)),
            Some(index) => with_index(*ty, UnpackedIndex::Module(self.program.type_ids[index])),
            None => *ty,
        };
        let key = FuncType::new(ty.params().iter().map(canonical), ty.results().iter().map(canonical));
        // Ids count from 1: the word of a null reference is zero, and so it has the id of no type.
        let next = self.type_ids.len() as u32 + 1;
        self.program.type_ids.push(*self.type_ids.entry(key).or_insert(next));
        self.program.types.push(ty);
    }

    /// The entities of a module, whose types have been added.
    fn retyped(&self, module: &Module<'_>, types: &IndexMap<TypeIndex>) -> Retyped {
        let canonical = |ty: ValType| match canonical_index(&ty) {
            Some(index) => with_index(ty, UnpackedIndex::Module(self.program.type_ids[types.get(index)])),
            None => ty,
        };
        let retyped_table = |table: &Table| match canonical(ValType::Ref(table.element)) {
            ValType::Ref(element) => Table { element, ..table.clone() },
            _ => table.clone(),
        };
        let retyped_global = |global: &Global| Global { ty: canonical(global.ty), ..global.clone() };
        Retyped {
            functions: module.functions.iter().map(|(_, function)| Function { ty: types.get(function.ty.0) }).collect(),
            tables: module.tables.iter().map(|(_, table)| retyped_table(table)).collect(),
            memories: module.memories.iter().map(|(_, memory)| memory.clone()).collect(),
            globals: module.globals.iter().map(|(_, global)| retyped_global(global)).collect(),
            tags: module.tags.iter().map(|(_, tag)| Tag { ty: types.get(tag.ty.0) }).collect(),
        }
    }

    /// Adds an import that the host provides to the program.
    fn declare(&mut self, entities: &Retyped, entity: Entity) -> Entity {
        let program = &mut self.program;
        match entity {
            Entity::Function(index) => Entity::Function(program.functions.push(entities.functions[index].clone())),
            Entity::Table(index) => Entity::Table(program.tables.push(entities.tables[index].clone())),
            Entity::Memory(index) => Entity::Memory(program.memories.push(entities.memories[index].clone())),
            Entity::Global(index) => Entity::Global(program.globals.push(entities.globals[index].clone())),
            Entity::Tag(index) => Entity::Tag(program.tags.push(entities.tags[index].clone())),
        }
    }

    /// Import matching (core specification, 3.2.8 and following). A memory or table may grow before its importer is
    /// instantiated, so a minimum that only growth can reach is noted in `minimums` and checked at that time.
    fn check(
        &self,
        entities: &Retyped,
        import: &Import<'_>,
        provided: Entity,
        minimums: &mut Vec<Minimum>,
    ) -> Result<()> {
        let program = &self.program;
        let same = |a: TypeIndex, b: TypeIndex| program.type_ids[a] == program.type_ids[b];
        let matches = match (import.entity, provided) {
            (Entity::Function(wanted), Entity::Function(given)) => {
                let position = given.position().checked_sub(program.imported_functions as usize);
                let given = match position {
                    Some(position) => &self.defined_functions[position],
                    None => &program.functions[given],
                };
                same(entities.functions[wanted].ty, given.ty)
            }
            (Entity::Table(wanted), Entity::Table(index)) => {
                let (wanted, given) = (&entities.tables[wanted], &program.tables[index]);
                if wanted.initial > given.initial {
                    minimums.push(Minimum::Table(index, wanted.initial));
                }
                table_matches(wanted, given)
            }
            (Entity::Memory(wanted), Entity::Memory(index)) => {
                let (wanted, given) = (&entities.memories[wanted], &program.memories[index]);
                if wanted.initial_pages > given.initial_pages {
                    minimums.push(Minimum::Memory(index, wanted.initial_pages.saturating_mul(wanted.page_bytes)));
                }
                memory_matches(wanted, given)
            }
            (Entity::Global(wanted), Entity::Global(given)) => {
                global_matches(&entities.globals[wanted], &program.globals[given])
            }
            (Entity::Tag(wanted), Entity::Tag(given)) => same(entities.tags[wanted].ty, program.tags[given].ty),
            _ => false,
        };
        if matches {
            return Ok(());
        }
        Err(Error::Unlinkable {
            message: format!(
                "incompatible import type: what '{}' exports as '{}' has another type than its importer asks for",
                import.module, import.name
            ),
            hint: None,
        })
    }
}

/// The type index in the type of a value, if there is one.
fn canonical_index(ty: &ValType) -> Option<u32> {
    match ty {
        ValType::Ref(reference) => match reference.heap_type() {
            HeapType::Concrete(index) | HeapType::Exact(index) => index.as_module_index(),
            HeapType::Abstract { .. } => None,
        },
        _ => None,
    }
}

/// The type with another index in it.
fn with_index(ty: ValType, index: UnpackedIndex) -> ValType {
    match ty {
        ValType::Ref(reference) => {
            RefType::new(reference.is_nullable(), HeapType::Concrete(index)).map_or(ty, ValType::Ref)
        }
        _ => ty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::Proposals;
    use crate::module::parse;

    #[test]
    fn one_module_serves_several_instances() {
        let wasm = wat::parse_str(
            "(module (memory 1) (global (mut i32) (i32.const 7)) (table 2 funcref) (elem (i32.const 0) $b)
                (func $a) (func $b (export \"b\") (call $a)) (start $a))",
        )
        .expect("valid text");
        let module = parse(&wasm, Proposals::all(), &()).expect("a valid module");
        let linkable = Linkable { module: &module, providers: &[] };
        let program = link(&[linkable, linkable], &()).expect("nothing is imported");
        // Each instance has state of its own, and functions that refer to it.
        assert_eq!((program.memories.len(), program.globals.len(), program.tables.len()), (2, 2, 2));
        assert_eq!(program.bodies(), 4);
        let starts: Vec<_> = program.instances.iter().map(|(_, instance)| instance.start).collect();
        assert_eq!(starts, [Some(FuncIndex(0)), Some(FuncIndex(2))]);
        assert_eq!(program.exported_function("b"), Some(FuncIndex(3)));
        let elements = program.elements.iter().flat_map(|(_, segment)| segment.items[0].functions());
        assert_eq!(elements.collect::<Vec<_>>(), [FuncIndex(1), FuncIndex(3)]);
        // The code is the module's, and is there once.
        for (first, second) in [(0, 2), (1, 3)] {
            let (first, second) = (program.body(DefinedFuncIndex(first)), program.body(DefinedFuncIndex(second)));
            assert!(std::ptr::eq(first.code, second.code));
            assert!(!std::ptr::eq(first.instance, second.instance));
        }
        assert_eq!(program.index_in_module(DefinedFuncIndex(3)), 1);
    }
}
