//! Typed indices, one per index space of the core specification (section 2.5.1), and vectors keyed by them.
//!
//! No bare `u32` may cross a function boundary in the compiler: taking a function index for a defined-function index
//! would be a hole in the sandbox, so it is a type error instead.

use std::fmt;
use std::marker::PhantomData;
use std::ops;

/// A typed index.
pub(crate) trait Index: Copy + Eq + fmt::Debug {
    /// The index `raw`.
    fn new(raw: u32) -> Self;
    /// Its position in a vector.
    fn position(self) -> usize;
}

macro_rules! index_types {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub(crate) struct $name(pub(crate) u32);
        impl Index for $name {
            fn new(raw: u32) -> Self { $name(raw) }
            fn position(self) -> usize { self.0 as usize }
        }
    )*};
}

index_types! {
    /// A type of the module.
    TypeIndex
    /// A function, imported or defined.
    FuncIndex
    /// A function with a body, counted without the imported ones.
    DefinedFuncIndex
    /// A table, imported or defined.
    TableIndex
    /// A linear memory, imported or defined.
    MemoryIndex
    /// A global, imported or defined.
    GlobalIndex
    /// A tag of exceptions, imported or defined.
    TagIndex
    /// An element segment.
    ElemIndex
    /// A data segment.
    DataIndex
    /// An instance of the program.
    InstanceIndex
}

/// A vector keyed by one kind of index.
pub(crate) struct IndexVec<I, T> {
    items: Vec<T>,
    index: PhantomData<I>,
}

impl<I: Index, T> IndexVec<I, T> {
    /// An empty vector.
    pub(crate) fn new() -> Self {
        IndexVec { items: Vec::new(), index: PhantomData }
    }

    /// Appends an item and returns its index.
    pub(crate) fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::new((self.items.len() - 1) as u32)
    }

    /// Appends all items.
    pub(crate) fn extend(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
    }

    /// The number of items.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The item, if the index is in range.
    pub(crate) fn get(&self, index: I) -> Option<&T> {
        self.items.get(index.position())
    }

    /// The number of items at the front for which `holds`. It must hold for no item behind them.
    pub(crate) fn partition_point(&self, holds: impl Fn(&T) -> bool) -> usize {
        self.items.partition_point(holds)
    }

    /// All items with their indices, in order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.items.iter().enumerate().map(|(position, item)| (I::new(position as u32), item))
    }
}

impl<I, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        IndexVec { items: Vec::new(), index: PhantomData }
    }
}

impl<I, T> IntoIterator for IndexVec<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<I: Index, T> From<Vec<T>> for IndexVec<I, T> {
    fn from(items: Vec<T>) -> Self {
        IndexVec { items, index: PhantomData }
    }
}

impl<I: Index, T> FromIterator<T> for IndexVec<I, T> {
    fn from_iter<It: IntoIterator<Item = T>>(items: It) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<I: Index, T> ops::Index<I> for IndexVec<I, T> {
    type Output = T;
    fn index(&self, index: I) -> &T {
        &self.items[index.position()]
    }
}

impl<I: Index, T> ops::IndexMut<I> for IndexVec<I, T> {
    fn index_mut(&mut self, index: I) -> &mut T {
        &mut self.items[index.position()]
    }
}
