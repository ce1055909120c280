//! Linear memories: made at start ([`reserve`]), grown by the guest ([`grow`]), read and written by host calls
//! ([`guest`]).
//!
//! ```text
//!   base                     base + length            base + maximum                 base + reservation
//!   │ image │ zero pages     │ no access until grown  │ guard, no access for ever    │
//! ```
//!
//! With guard pages (the plan has a base), compiled code adds a 32-bit index and a 32-bit offset to the constant base,
//! so the reservation contains every address that it can form. With explicit bounds checks (the plan has no base) there
//! is no reservation, the memory may move when it grows, and compiled code loads base and length from `wasmc_memories`.
//! Memories with 64-bit indices, or with pages of another size than 64 KiB, always have explicit checks.
//!
//! In programs with debug information one memory is at its own addresses instead, twice ([`identity`]).
//!
//! What must not happen here: a page that becomes accessible beyond the length of its memory, or a memory that moves
//! while an address in it is in use.

pub mod grow;
pub mod guest;
pub mod identity;
pub mod reserve;
