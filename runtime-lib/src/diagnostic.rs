//! Text on standard error, without `core::fmt`: start failures, trap reports, internal errors.
//!
//! These are written in a signal handler, or before the program has started. So this file allocates nothing, takes no
//! lock, and is a few hundred bytes of code.
//!
//! What must not happen here: growth into a formatter. `builtins::invoke`, which needs one, uses `core::fmt`.

use crate::entry::exit;
use crate::sys::{self, Errno};
use wasmc_abi::trap::START_FAILURE_EXIT_STATUS;

/// The most bytes of a name that a report shows. Names come from the guest and may have megabytes.
const NAME_BYTES_MAX: usize = 256;

/// Text under construction. Written when its buffer is full, and by [`Message::send`].
pub struct Message {
    buffer: [u8; 512],
    length: usize,
}

impl Message {
    /// An empty message.
    pub const fn new() -> Message {
        Message { buffer: [0; 512], length: 0 }
    }

    /// Adds text without changes.
    pub fn text(&mut self, text: &str) -> &mut Message {
        for &byte in text.as_bytes() {
            self.byte(byte);
        }
        self
    }

    /// Adds a number in decimal.
    pub fn decimal(&mut self, value: u64) -> &mut Message {
        self.digits(value, 10, 0)
    }

    /// Adds `0x` and a number in hexadecimal.
    pub fn hex(&mut self, value: u64) -> &mut Message {
        self.text("0x").digits(value, 16, 0)
    }

    /// Adds a byte count in the largest binary unit in which it is exact, or has an error of a sixteenth at most.
    pub fn size(&mut self, bytes: u64) -> &mut Message {
        const UNITS: [(u32, &str); 3] = [(30, " GiB"), (20, " MiB"), (10, " KiB")];
        for (shift, unit) in UNITS {
            let (whole, rest) = (bytes >> shift, bytes & ((1 << shift) - 1));
            if whole >= 8 || whole != 0 && rest == 0 {
                return self.decimal(whole + (rest >> (shift - 1))).text(unit);
            }
        }
        self.decimal(bytes).text(" bytes")
    }

    /// Adds the limit on address space, if there is one and the error may come from it.
    pub fn address_space_limit(&mut self, errno: Errno) -> &mut Message {
        match sys::limits::address_space_bytes() {
            Some(bytes) if errno == Errno::NOMEM => self.text(" where 'ulimit -v' (RLIMIT_AS) is ").size(bytes),
            _ => self,
        }
    }

    /// Adds the description and the symbolic name of an error, or its number.
    pub fn errno(&mut self, errno: Errno) -> &mut Message {
        match sys::errno_text(errno) {
            Some(text) => self.text(text),
            None => self.text("errno ").decimal(u64::from(errno.raw_os_error().unsigned_abs())),
        }
    }

    /// Adds text that comes from the guest or the user, so that it cannot control a terminal: control characters,
    /// characters that reorder text and bytes that are not UTF-8 are escaped, and the end of a long text is cut.
    pub fn escaped(&mut self, bytes: &[u8]) -> &mut Message {
        let shown = bytes.get(..NAME_BYTES_MAX).unwrap_or(bytes);
        for chunk in shown.utf8_chunks() {
            for character in chunk.valid().chars() {
                self.character(character);
            }
            // Bytes at the end may be the first part of a character that the cut divided, which is not an error in the
            // text.
            if chunk.invalid().len() < 4 && bytes.len() > NAME_BYTES_MAX && is_end(shown, chunk.invalid()) {
                break;
            }
            for &byte in chunk.invalid() {
                self.text("\\x").digits(u64::from(byte), 16, 2);
            }
        }
        if bytes.len() > NAME_BYTES_MAX { self.text("...") } else { self }
    }

    /// Writes the text. Errors are ignored, because there is no other place to report them.
    pub fn send(&mut self) {
        sys::output::write_stderr(self.pending());
        self.length = 0;
    }

    /// The text that has not been written yet.
    fn pending(&self) -> &[u8] {
        self.buffer.get(..self.length).unwrap_or_default()
    }

    fn byte(&mut self, byte: u8) {
        if self.length == self.buffer.len() {
            self.send();
        }
        if let Some(place) = self.buffer.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    fn character(&mut self, character: char) {
        if must_escape(character) {
            self.text("\\u{").digits(u64::from(u32::from(character)), 16, 0).text("}");
        } else {
            self.text(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn digits(&mut self, mut value: u64, radix: u64, width: usize) -> &mut Message {
        let mut digits = [0; 20];
        let mut count = 0;
        for place in digits.iter_mut().rev() {
            if value == 0 && count >= width.max(1) {
                break;
            }
            let digit = (value % radix) as u8;
            *place = if digit < 10 { b'0' + digit } else { b'a' + digit - 10 };
            value /= radix;
            count += 1;
        }
        for &digit in digits.iter().skip(digits.len() - count) {
            self.byte(digit);
        }
        self
    }
}

impl Default for Message {
    fn default() -> Message {
        Message::new()
    }
}

/// Ends a program that cannot start because of an error of the system: `wasmc: <what>: <error>`, then a hint.
pub fn fail_to_start(message: &mut Message, errno: Errno, hint: &str) -> ! {
    refuse_to_start(message.text(": ").errno(errno), hint)
}

/// Ends a program that cannot start, with a message that is complete, and a hint.
pub fn refuse_to_start(message: &mut Message, hint: &str) -> ! {
    // If nobody reads the message, the status still says what happened.
    sys::signal::ignore_failed_writes();
    message.text("\nhint: ").text(hint).text("\n").send();
    exit::exit(START_FAILURE_EXIT_STATUS)
}

/// Whether `part` is the end of `text`.
fn is_end(text: &[u8], part: &[u8]) -> bool {
    !part.is_empty() && core::ptr::eq(text.as_ptr_range().end, part.as_ptr_range().end)
}

/// Whether a character is escaped: controls (C0, DEL, C1), line separators, and characters that reorder or hide others
/// (Unicode TR36, section 3.2). Also the backslash, so that no name can imitate an escape.
fn must_escape(character: char) -> bool {
    character.is_control()
        || matches!(character, '\\' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(build: impl Fn(&mut Message) -> &mut Message, expected: &str) {
        let mut message = Message::new();
        assert_eq!(core::str::from_utf8(build(&mut message).pending()), Ok(expected));
    }

    #[test]
    fn numbers() {
        check(|m| m.decimal(0), "0");
        check(|m| m.decimal(u64::MAX), "18446744073709551615");
        check(|m| m.hex(0), "0x0");
        check(|m| m.hex(0x1a2b), "0x1a2b");
        check(|m| m.hex(u64::MAX), "0xffffffffffffffff");
    }

    #[test]
    fn sizes() {
        check(|m| m.size(8 << 30), "8 GiB");
        check(|m| m.size((8 << 30) + (64 << 10)), "8 GiB");
        check(|m| m.size((9 << 30) - 1), "9 GiB");
        check(|m| m.size((3 << 30) / 2), "1536 MiB");
        check(|m| m.size(3 << 20), "3 MiB");
        check(|m| m.size(0), "0 bytes");
        check(|m| m.size(1025), "1025 bytes");
    }

    #[test]
    fn names_give_no_orders_to_a_terminal() {
        check(|m| m.escaped("Größe<T>::f".as_bytes()), "Größe<T>::f");
        check(|m| m.escaped(b"\x1b[31m\n\0\x7f\\"), "\\u{1b}[31m\\u{a}\\u{0}\\u{7f}\\u{5c}");
        check(|m| m.escaped("\u{9b}a\u{202e}b\u{feff}".as_bytes()), "\\u{9b}a\\u{202e}b\\u{feff}");
        check(|m| m.escaped(b"a\xffb\xc3"), "a\\xffb\\xc3");
    }

    #[test]
    fn long_names_are_cut() {
        let shown = "a".repeat(NAME_BYTES_MAX - 1);
        check(|m| m.escaped(format!("{shown}ab").as_bytes()), &format!("{shown}a..."));
        check(|m| m.escaped(format!("{shown}éb").as_bytes()), &format!("{shown}..."));
        check(|m| m.escaped(format!("{shown}a").as_bytes()), &format!("{shown}a"));
    }
}
