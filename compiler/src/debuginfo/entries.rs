//! The debugging information entries of a unit between reading and writing, as one list in the order of the file.
//!
//! A tree of boxes would cost an allocation for each entry and recursion on depths that the input chooses. Here an
//! entry knows the end of its subtree, and all walks are loops.

use std::ops::Range;

use gimli::{DwAt, DwForm, DwTag};

use super::sections::{Section, SectionName};

/// The entries of a unit.
#[derive(Default)]
pub(super) struct Entries<'a> {
    /// In order of the file: an entry, then its children. The first one is the unit's.
    pub(super) list: Vec<Entry>,
    /// The attributes of all entries, in the same order.
    pub(super) attributes: Vec<Attribute<'a>>,
}

/// One entry.
pub(super) struct Entry {
    /// Its tag.
    pub(super) tag: DwTag,
    /// Bytes from the start of the unit in the input; [`ADDED`] for an entry that the input does not have.
    pub(super) input: u32,
    /// Its attributes.
    pub(super) attributes: Range<u32>,
    /// The position after its last descendant.
    pub(super) end: u32,
    /// Whether it is left out, with all its descendants.
    pub(super) dropped: bool,
}

/// The input offset of added entries. No entry of a unit is so far from its start.
pub(super) const ADDED: u32 = u32::MAX;

/// One attribute.
pub(super) struct Attribute<'a> {
    /// Its name.
    pub(super) name: DwAt,
    /// Its value in the output.
    pub(super) value: Value<'a>,
}

/// The value of an attribute in the output.
pub(super) enum Value<'a> {
    /// The attribute is left out.
    Absent,
    /// A constant of 1, 2, 4 or 8 bytes, which is signed or unsigned as its attribute says.
    Data(u64, DwForm),
    /// A constant of 16 bytes.
    Data16(Box<[u8; 16]>),
    Udata(u64),
    Sdata(i64),
    Flag(bool),
    /// A string beside the attribute, without its NUL.
    String(std::borrow::Cow<'a, [u8]>),
    /// A string in `.debug_str` or `.debug_line_str`, at the same place as in the input.
    StringIn(SectionName, u32),
    Block(&'a [u8]),
    Expression(Box<Expression>),
    /// Locations by ranges of the text section, which become a list before the unit is written.
    Locations(Vec<(Range<u64>, Expression)>),
    /// An entry of the unit, by its offset in the input.
    UnitRef(u32),
    /// An entry of the unit, by its position.
    Entry(u32),
    /// An entry of any unit, by its offset in the input's `.debug_info`.
    InfoRef(u32),
    /// A type in a unit of its own.
    Signature(u64),
    /// An address in the text section.
    Address(u64),
    /// A line program, by its offset in `.debug_line`.
    Lines(u32),
    /// A list in the unit's part of that section.
    List(SectionName, u32),
}

/// An expression in the output.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Expression {
    /// Its operations.
    pub(super) code: Section,
    /// The places of references to base types: bytes from the start of the expression, and the entry's offset in the
    /// input. Each has [`BASE_TYPE_BYTES`].
    pub(super) base_types: Vec<(u32, u32)>,
    /// Whether it is one location, without pieces: a place in memory, or a value.
    pub(super) is_simple: bool,
    /// Whether it ends as a value.
    pub(super) is_value: bool,
}

/// Bytes of a reference to a base type, an LEB128 number with padding.
pub(super) const BASE_TYPE_BYTES: usize = 5;

impl<'a> Entries<'a> {
    /// The attributes of an entry.
    pub(super) fn attributes(&self, entry: u32) -> &[Attribute<'a>] {
        let Range { start, end } = self.list[entry as usize].attributes;
        &self.attributes[start as usize..end as usize]
    }

    /// The attributes of an entry.
    pub(super) fn attributes_mut(&mut self, entry: u32) -> &mut [Attribute<'a>] {
        let Range { start, end } = self.list[entry as usize].attributes;
        &mut self.attributes[start as usize..end as usize]
    }

    /// The value of an attribute of an entry.
    pub(super) fn value(&self, entry: u32, name: DwAt) -> Option<&Value<'a>> {
        let attribute = self.attributes(entry).iter().find(|attribute| attribute.name == name)?;
        (!matches!(attribute.value, Value::Absent)).then_some(&attribute.value)
    }

    /// The entry at an offset of the input.
    pub(super) fn at(&self, input: u32) -> Option<u32> {
        let position = self.list.binary_search_by_key(&input, |entry| entry.input).ok()?;
        Some(position as u32)
    }

    /// The type of an entry.
    pub(super) fn type_of(&self, entry: u32) -> Option<u32> {
        match *self.value(entry, gimli::DW_AT_type)? {
            Value::UnitRef(input) => self.at(input),
            Value::Entry(entry) => Some(entry),
            _ => None,
        }
    }

    /// The children of an entry that are not left out.
    pub(super) fn children(&self, entry: u32) -> impl Iterator<Item = u32> {
        let end = self.list[entry as usize].end;
        let first = (entry + 1 < end).then_some(entry + 1);
        let next = move |child: &u32| Some(self.list[*child as usize].end).filter(|next| *next < end);
        std::iter::successors(first, next).filter(|child| !self.list[*child as usize].dropped)
    }

    /// Whether an entry has children in the output.
    pub(super) fn has_children(&self, entry: u32) -> bool {
        self.children(entry).next().is_some()
    }
}
