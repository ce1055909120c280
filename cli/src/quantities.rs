//! Numbers for people: bytes and times in the unit that suits them. Nothing here is for programs, which get plain
//! numbers.

use std::time::Duration;

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

/// How long ago something was, in whole units.
pub(crate) fn age_text(age: Duration) -> String {
    let seconds = age.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min", seconds / 60),
        3600..86_400 => format!("{} h", seconds / 3600),
        _ => format!("{} d", seconds / 86_400),
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

    #[test]
    fn ages_have_the_unit_that_suits_them() {
        let text = |seconds| age_text(Duration::from_secs(seconds));
        assert_eq!([text(59), text(60), text(7199), text(86_400 * 9 + 1)], ["59 s", "1 min", "1 h", "9 d"]);
    }
}
