//! Source maps: places of sources in a JSON object beside a module, as compilers write them that have no DWARF
//! (ECMA-426, "Source map format"; for WebAssembly, line 1 is the whole binary and columns are offsets in it).
//!
//! Nothing in a map is trusted: numbers outside of the file or the module are passed over.

use std::borrow::Cow;

use serde::Deserialize;

use super::data_url::base64_digit;
use super::positions::{Position, Positions, SourceFile};

/// The JSON of a map, as far as it is used.
#[derive(Deserialize)]
struct Map {
    version: u32,
    #[serde(default, rename = "sourceRoot")]
    source_root: Option<String>,
    #[serde(default)]
    sources: Vec<Option<String>>,
    #[serde(default, rename = "sourcesContent")]
    sources_content: Option<Vec<Option<String>>>,
    #[serde(default)]
    mappings: String,
    #[serde(default)]
    sections: Vec<Section>,
}

/// A part of an index map.
#[derive(Deserialize)]
struct Section {
    offset: Offset,
    map: Map,
}

/// Where a part begins.
#[derive(Deserialize)]
struct Offset {
    line: u64,
    column: u64,
}

/// Reads the map of a module at `module`. Relative names of sources belong to `directory`.
///
/// # Errors
/// A text that says why there is nothing to use.
pub(super) fn read(json: &[u8], module: &str, directory: &str) -> Result<Positions<'static>, String> {
    let mut positions = Positions { directory: directory.to_owned().into(), ..Positions::default() };
    let mut parts = vec![Section { offset: Offset { line: 0, column: 0 }, map: parse(json)? }];
    while let Some(Section { offset, map }) = parts.pop() {
        if offset.line == 0 {
            add(&map, offset.column, module, &mut positions);
        }
        // A section of an index map has no sections; where it has, they are read as well.
        parts.extend(map.sections);
    }
    if positions.rows.is_empty() {
        return Err("it maps nothing".into());
    }
    positions.rows.sort_by_key(|row| row.offset);
    Ok(positions)
}

/// The names of the sources in the map of a module at `module`; none if the map is damaged.
pub fn source_map_sources(map: &[u8], module: &str) -> Vec<String> {
    let mut positions = Positions::default();
    let mut maps: Vec<Map> = parse(map).into_iter().collect();
    while let Some(map) = maps.pop() {
        add_files(&map, module, &mut positions);
        maps.extend(map.sections.into_iter().map(|section| section.map));
    }
    positions.files.into_iter().map(|file| file.name.into_owned()).collect()
}

fn parse(json: &[u8]) -> Result<Map, String> {
    // The first line may be a guard against inclusion as a script.
    let json = match json.strip_prefix(b")]}'") {
        Some(rest) => rest.splitn(2, |byte| *byte == b'\n').nth(1).unwrap_or_default(),
        None => json,
    };
    let map: Map = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    if map.version != 3 {
        return Err(format!("its version is {}, not 3", map.version));
    }
    Ok(map)
}

fn add_files(map: &Map, module: &str, positions: &mut Positions<'static>) {
    let root = map.source_root.as_deref().unwrap_or_default();
    // AssemblyScript's root is the name of the module, which stands for no directory.
    let stem = module.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    let root = if root.strip_prefix("./") == Some(stem) { "" } else { root };
    let contents = map.sources_content.iter().flatten().cloned().chain(std::iter::repeat(None));
    positions.files.extend(map.sources.iter().zip(contents).map(|(source, contents)| SourceFile {
        name: Cow::Owned(path(root, source.as_deref().unwrap_or("<unknown>"))),
        contents: contents.map(Cow::Owned),
    }));
}

fn add(map: &Map, start: u64, module: &str, positions: &mut Positions<'static>) {
    let first_file = positions.files.len() as i64;
    add_files(map, module, positions);
    let last_file = positions.files.len() as i64 - 1;
    // The numbers of a segment are differences to those of the one before it.
    let (mut offset, mut file, mut line, mut column) = (0i64, 0i64, 0i64, 0i64);
    let first_line = map.mappings.split(';').next().unwrap_or_default();
    for segment in first_line.split(',').filter(|segment| !segment.is_empty()) {
        // Without this segment all that follow would be wrong.
        let Some(numbers) = numbers(segment) else { return };
        offset = offset.saturating_add(numbers[0]);
        // A segment of one number is code that the compiler added. It counts to the place before it, because gdb stops
        // a step in code without a line.
        let [_, file_step, line_step, column_step, ..] = numbers[..] else { continue };
        file = file.saturating_add(file_step);
        line = line.saturating_add(line_step);
        column = column.saturating_add(column_step);
        let number = |value: i64| u32::try_from(value.saturating_add(1)).ok();
        if let (Ok(offset), Some(line), Some(column)) = (u64::try_from(offset), number(line), number(column))
            && let Some(offset) = offset.checked_add(start)
            && let Some(file) = first_file.checked_add(file)
            && (first_file..=last_file).contains(&file)
        {
            positions.rows.push(Position { offset, file: file as u32, line, column });
        }
    }
}

/// The path of a source.
fn path(root: &str, source: &str) -> String {
    let path = match root {
        "" => source.to_owned(),
        root if root.ends_with('/') => format!("{root}{source}"),
        root => format!("{root}/{source}"),
    };
    let path = path.strip_prefix("file://").unwrap_or(&path);
    path.strip_prefix("./").unwrap_or(path).replace('\0', "")
}

/// The numbers of a segment, in base 64 with five bits of a number in each digit.
fn numbers(segment: &str) -> Option<Vec<i64>> {
    let mut numbers = Vec::with_capacity(5);
    let (mut value, mut shift) = (0u64, 0);
    for digit in segment.bytes() {
        let digit = u64::from(base64_digit(digit)?);
        if shift > 55 {
            return None;
        }
        value |= (digit & 31) << shift;
        shift += 5;
        if digit & 32 == 0 {
            let magnitude = (value >> 1) as i64;
            numbers.push(if value & 1 == 0 { magnitude } else { -magnitude });
            (value, shift) = (0, 0);
        }
    }
    (shift == 0 && matches!(numbers.len(), 1 | 4 | 5)).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(offset: u64, file: u32, line: u32, column: u32) -> Position {
        Position { offset, file, line, column }
    }

    #[test]
    fn segments_are_differences() {
        let json =
            br#"{"version":3,"sourceRoot":"./src","sources":["a.ts",null],"sourcesContent":["x\n"],"names":["f"],
            "mappings":"6DAAA,EAEAC,G,ECDDD;AAAA"}"#;
        let positions = read(json, "/build/a.wasm", "/build").expect("a map");
        assert_eq!(positions.rows, [row(61, 0, 1, 1), row(63, 0, 3, 1), row(68, 1, 2, 0)]);
        let names: Vec<_> = positions.files.iter().map(|file| &*file.name).collect();
        assert_eq!(names, ["src/a.ts", "src/<unknown>"]);
        assert_eq!(positions.files[0].contents.as_deref(), Some("x\n"));
    }

    #[test]
    fn the_name_of_the_module_is_no_directory() {
        let json = br#"{"version":3,"sourceRoot":"./app","sources":["assembly/index.ts"],"mappings":""}"#;
        assert_eq!(source_map_sources(json, "/build/app.debug.wasm"), ["assembly/index.ts"]);
        assert_eq!(source_map_sources(json, "/build/main.wasm"), ["app/assembly/index.ts"]);
        assert_eq!(source_map_sources(b"{", "app.wasm"), [""; 0]);
    }

    #[test]
    fn sections_are_joined() {
        let part = |name: &str| format!(r#"{{"version":3,"sources":["{name}"],"mappings":"EAAA"}}"#);
        let json = format!(
            r#"{{"version":3,"sections":[{{"offset":{{"line":0,"column":10}},"map":{}}},
               {{"offset":{{"line":0,"column":90}},"map":{}}}]}}"#,
            part("a"),
            part("b")
        );
        let positions = read(json.as_bytes(), "", "").expect("a map");
        let found: Vec<_> =
            positions.rows.iter().map(|row| (row.offset, &*positions.files[row.file as usize].name)).collect();
        assert_eq!(found, [(12, "a"), (92, "b")]);
    }

    #[test]
    fn damage_costs_what_follows() {
        let rows = |mappings: &str| {
            let json = format!(r#"{{"version":3,"sources":["a"],"mappings":"{mappings}"}}"#);
            read(json.as_bytes(), "", "").map(|positions| positions.rows)
        };
        assert_eq!(rows("EAAA,E!AA,EAAA").expect("one segment"), [row(2, 0, 1, 1)]);
        assert_eq!(rows("EAAA,EA,EAAA").expect("one segment"), [row(2, 0, 1, 1)]);
        // Another file, a line before the first one, and numbers without end.
        assert_eq!(rows("ECAA,EDAA").expect("one place"), [row(4, 0, 1, 1)]);
        assert_eq!(rows("EAFA,EAEA").expect("one place"), [row(4, 0, 1, 1)]);
        assert!(rows(&format!("{}A", "g".repeat(99))).is_err());
        for json in ["", "{", "[]", r#"{"version":2}"#, r#"{"version":3}"#, ")]}'"] {
            assert!(read(json.as_bytes(), "", "").is_err(), "{json}");
        }
    }
}
