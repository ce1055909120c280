//! Linear memories: how they come to be ([`reserve`]), how they grow ([`grow`]) and how the host reads and writes them on
//! the guest's behalf ([`guest`]).
//!
//! ```text
//!   base                     base + length            base + maximum                 base + reservation
//!   │ image │ zero pages     │ no access until grown  │ guard, no access for ever    │
//! ```
//!
//! With guard pages (the plan has a base), compiled code adds a 32-bit index and a 32-bit offset to the constant base, so
//! the reservation holds every address that it can form. With explicit bounds checks (the plan has none) there is no
//! reservation, the memory may move when it grows, and compiled code loads base and length from `wasmc_memories`. Memories
//! with 64-bit indices, or with pages of another size than 64 KiB, always are of the second kind.

pub mod grow;
pub mod guest;
pub mod reserve;
