//! Numbers for people: bytes in the unit that suits them. Nothing here is for programs, which get plain numbers.

/// A number of bytes.
pub(crate) fn bytes_text(bytes: u64) -> String {
    let exact = bytes as f64;
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..0x10_0000 => format!("{:.1} KiB", exact / 1024.0),
        0x10_0000..0x4000_0000 => format!("{:.1} MiB", exact / (1024.0 * 1024.0)),
        0x4000_0000..0x100_0000_0000 => format!("{:.2} GiB", exact / (1024.0 * 1024.0 * 1024.0)),
        _ => format!("{:.2} TiB", exact / (1024.0 * 1024.0 * 1024.0 * 1024.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_the_unit_that_suits_them() {
        assert_eq!(bytes_text(1023), "1023 B");
        assert_eq!(bytes_text(1536), "1.5 KiB");
        assert_eq!(bytes_text(3 << 20), "3.0 MiB");
        assert_eq!(bytes_text(5 << 30), "5.00 GiB");
        assert_eq!(bytes_text(5 << 40), "5.00 TiB");
    }
}
