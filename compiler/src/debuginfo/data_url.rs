//! Source maps inside of a module, as `data:` URLs (RFC 2397).

/// Whether a URL has its data in it.
pub(crate) fn is_data(url: &str) -> bool {
    url.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// The data of such a URL.
///
/// # Errors
/// A text that says what is wrong with it.
pub(super) fn decode(url: &str) -> Result<Vec<u8>, String> {
    let (kind, data) = url.split_once(',').ok_or("its URL has no data")?;
    if kind.ends_with(";base64") { base64(data) } else { Ok(percent(data)) }
}

/// Text in which some characters are `%` and two hexadecimal digits.
fn percent(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    decoded
}

/// Base 64 (RFC 4648, section 4). Padding may be missing.
fn base64(text: &str) -> Result<Vec<u8>, String> {
    let mut decoded = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut value) = (0, 0u32);
    for digit in text.trim_end_matches('=').bytes() {
        let digit = base64_digit(digit).ok_or("its URL is not in base 64")?;
        value = value << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            decoded.push((value >> bits) as u8);
        }
    }
    Ok(decoded)
}

/// The value of a digit (RFC 4648, table 1).
pub(super) fn base64_digit(digit: u8) -> Option<u8> {
    Some(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_in_base_64_or_plain() {
        assert_eq!(decode("data:application/json;base64,eyJ2IjoxfQ=="), Ok(b"{\"v\":1}".to_vec()));
        assert_eq!(decode("data:application/json;charset=utf-8,%7B%22v%22:1}%"), Ok(b"{\"v\":1}%".to_vec()));
        assert!(is_data("DATA:,"));
        for url in ["data:", "data:;base64,e%"] {
            assert!(decode(url).is_err(), "{url}");
        }
        assert!(!is_data("app.wasm.map"));
        assert!(!is_data("däta"));
    }
}
