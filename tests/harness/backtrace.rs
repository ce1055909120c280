//! Removes from expected backtraces the parts that may differ between builds and processors.
//!
//! A test that pinned the depth of an exhausted stack would fail with each change of a frame's size. Everything else in
//! a backtrace is a promise and must stay in the comparison.

use std::collections::BTreeSet;

/// The transcript of a program whose call stack is exhausted, with each frame of the backtrace once and in the order of
/// their offsets, and without the innermost: how deep a stack goes, and so which of several functions was the last,
/// depends on how the guest was compiled and for which processor. Other transcripts stay as they are.
pub fn without_depth(transcript: String) -> String {
    if !transcript.contains("call stack exhausted") {
        return transcript;
    }
    let mut text = String::new();
    let mut frames = BTreeSet::new();
    for line in transcript.lines() {
        match frame(line) {
            Some((0, _)) => text += "    0: the innermost frame\n",
            Some((_, frame)) => drop(frames.insert(frame)),
            None if line.starts_with("    ... ") => text += "    ... more frames\n",
            None => {
                text.extend(std::mem::take(&mut frames).into_iter().map(|frame| format!("    N: {frame}\n")));
                text += &format!("{line}\n");
            }
        }
    }
    text.extend(frames.into_iter().map(|frame| format!("    N: {frame}\n")));
    text
}

/// Standard error without the line in which an emulator tells that a signal ended the program.
pub fn without_emulator(stderr: &[u8]) -> Vec<u8> {
    let lines = stderr.split_inclusive(|byte| *byte == b'\n');
    lines.filter(|line| !line.starts_with(b"qemu: uncaught target signal")).flatten().copied().collect()
}

/// The number of a frame and the rest of its line, if it is one of a backtrace.
fn frame(line: &str) -> Option<(usize, &str)> {
    let (number, frame) = line.split_once(": ")?;
    Some((number.strip_prefix("  ")?.trim_start().parse().ok()?, frame))
}

#[cfg(test)]
mod tests {
    use super::without_depth;

    #[test]
    fn the_depth_does_not_show() {
        let deep = "wasm trap: call stack exhausted\n    0: 0x1 - odd\n    1: 0x3 - even\n    2: 0x2 - odd\n\
                    \x20   3: 0x3 - even\n";
        let deeper =
            "wasm trap: call stack exhausted\n    0: 0x1 - even\n    1: 0x2 - odd\n    2: 0x3 - even\n[status 134]\n";
        let shown =
            "wasm trap: call stack exhausted\n    0: the innermost frame\n    N: 0x2 - odd\n    N: 0x3 - even\n";
        assert_eq!(without_depth(deep.into()), shown);
        assert_eq!(without_depth(deeper.into()), format!("{shown}[status 134]\n"));
        assert_eq!(without_depth("    0: 0x1 - odd\n".into()), "    0: 0x1 - odd\n");
    }
}
