//! All vector instructions (core specification, 6.5.9, "Vector Instructions"), with the types of operands and results.
//!
//! A table, so that each instruction is generated without code of its own; a test compares it with wasmparser's list.
//! It says nothing about what an instruction computes.

/// An instruction as text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// Its name, such as `i8x16.add`.
    pub name: String,
    /// Types of the operands, one letter each: `v` for `v128`, `i`, `l`, `f` and `d` for `i32`, `i64`, `f32` and `f64`,
    /// `a` for an address.
    pub operands: &'static str,
    /// Type of the result, as of an operand; nothing for a store.
    pub result: Option<char>,
    /// What stands after the name.
    pub immediate: Immediate,
}

/// What an instruction has besides operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Immediate {
    /// Nothing.
    None,
    /// A lane, below this.
    Lane(u8),
    /// Sixteen lanes of two vectors.
    Lanes,
    /// An offset.
    Offset,
    /// An offset, and a lane below this.
    OffsetAndLane(u8),
}

/// Shapes, names, and types: operands, then the result.
const ROWS: [(&str, &str, &str); 46] = [
    ("v128", "not", "v v"),
    ("v128", "and andnot or xor", "vv v"),
    ("v128", "bitselect", "vvv v"),
    ("v128", "any_true", "v i"),
    ("v128", "load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u", "a v"),
    ("v128", "load8_splat load16_splat load32_splat load64_splat load32_zero load64_zero", "a v"),
    ("v128", "load8_lane load16_lane load32_lane load64_lane", "av v"),
    ("v128", "store store8_lane store16_lane store32_lane store64_lane", "av"),
    ("i8x16", "shuffle swizzle relaxed_swizzle", "vv v"),
    ("i8x16 i16x8 i32x4", "splat", "i v"),
    ("i64x2", "splat", "l v"),
    ("f32x4", "splat", "f v"),
    ("f64x2", "splat", "d v"),
    ("i8x16 i16x8", "extract_lane_s extract_lane_u", "v i"),
    ("i32x4", "extract_lane", "v i"),
    ("i64x2", "extract_lane", "v l"),
    ("f32x4", "extract_lane", "v f"),
    ("f64x2", "extract_lane", "v d"),
    ("i8x16 i16x8 i32x4", "replace_lane", "vi v"),
    ("i64x2", "replace_lane", "vl v"),
    ("f32x4", "replace_lane", "vf v"),
    ("f64x2", "replace_lane", "vd v"),
    ("i8x16 i16x8 i32x4 i64x2", "all_true bitmask", "v i"),
    ("i8x16 i16x8 i32x4 i64x2", "abs neg", "v v"),
    ("i8x16 i16x8 i32x4 i64x2", "shl shr_s shr_u", "vi v"),
    ("i8x16 i16x8 i32x4 i64x2", "add sub eq ne lt_s gt_s le_s ge_s", "vv v"),
    ("i8x16 i16x8 i32x4 i64x2", "relaxed_laneselect", "vvv v"),
    ("i8x16 i16x8 i32x4", "lt_u gt_u le_u ge_u min_s min_u max_s max_u", "vv v"),
    ("i8x16 i16x8", "add_sat_s add_sat_u sub_sat_s sub_sat_u avgr_u", "vv v"),
    ("i16x8 i32x4 i64x2", "mul", "vv v"),
    ("i8x16", "popcnt", "v v"),
    ("i8x16", "narrow_i16x8_s narrow_i16x8_u", "vv v"),
    ("i16x8", "narrow_i32x4_s narrow_i32x4_u q15mulr_sat_s relaxed_q15mulr_s relaxed_dot_i8x16_i7x16_s", "vv v"),
    ("i16x8", "extmul_low_i8x16_s extmul_high_i8x16_s extmul_low_i8x16_u extmul_high_i8x16_u", "vv v"),
    ("i16x8", "extend_low_i8x16_s extend_high_i8x16_s extend_low_i8x16_u extend_high_i8x16_u", "v v"),
    ("i16x8", "extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u", "v v"),
    ("i32x4", "extmul_low_i16x8_s extmul_high_i16x8_s extmul_low_i16x8_u extmul_high_i16x8_u dot_i16x8_s", "vv v"),
    ("i32x4", "extend_low_i16x8_s extend_high_i16x8_s extend_low_i16x8_u extend_high_i16x8_u", "v v"),
    ("i32x4", "extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u trunc_sat_f32x4_s trunc_sat_f32x4_u", "v v"),
    ("i32x4", "trunc_sat_f64x2_s_zero trunc_sat_f64x2_u_zero relaxed_trunc_f32x4_s relaxed_trunc_f32x4_u", "v v"),
    ("i32x4", "relaxed_trunc_f64x2_s_zero relaxed_trunc_f64x2_u_zero", "v v"),
    ("i32x4", "relaxed_dot_i8x16_i7x16_add_s", "vvv v"),
    ("i64x2", "extmul_low_i32x4_s extmul_high_i32x4_s extmul_low_i32x4_u extmul_high_i32x4_u", "vv v"),
    ("i64x2", "extend_low_i32x4_s extend_high_i32x4_s extend_low_i32x4_u extend_high_i32x4_u", "v v"),
    ("f32x4", "convert_i32x4_s convert_i32x4_u demote_f64x2_zero", "v v"),
    ("f64x2", "convert_low_i32x4_s convert_low_i32x4_u promote_low_f32x4", "v v"),
];

/// The same, for both shapes of floats.
const FLOAT_ROWS: [(&str, &str); 3] = [
    ("abs neg sqrt ceil floor trunc nearest", "v v"),
    ("add sub mul div min max pmin pmax relaxed_min relaxed_max eq ne lt gt le ge", "vv v"),
    ("relaxed_madd relaxed_nmadd", "vvv v"),
];

/// Operations on floats for whose results the specification leaves a choice: which NaN.
const ANY_NAN: [&str; 13] = [
    "sqrt",
    "ceil",
    "floor",
    "trunc",
    "nearest",
    "add",
    "sub",
    "mul",
    "div",
    "min",
    "max",
    "demote_f64x2_zero",
    "promote_low_f32x4",
];

impl Instruction {
    /// What stands before the point: the shape.
    pub fn shape(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }

    /// Whether the specification leaves a choice for its result, so that only a deterministic build gives one.
    pub fn is_open(&self) -> bool {
        let operation = self.name.split('.').nth(1).unwrap_or_default();
        self.is_relaxed() || self.name.starts_with('f') && ANY_NAN.contains(&operation)
    }

    /// Whether it is of the proposal relaxed-simd.
    pub fn is_relaxed(&self) -> bool {
        self.name.contains("relaxed")
    }
}

/// All instructions but `v128.const`, in an order that stays.
pub fn instructions() -> Vec<Instruction> {
    let floats = FLOAT_ROWS.iter().map(|(names, types)| ("f32x4 f64x2", *names, *types));
    let mut instructions = Vec::new();
    for (shapes, names, types) in ROWS.into_iter().chain(floats) {
        let (operands, result) = types.split_once(' ').unwrap_or((types, ""));
        for shape in shapes.split(' ') {
            for name in names.split(' ') {
                let immediate = immediate(shape, name);
                let name = format!("{shape}.{name}");
                instructions.push(Instruction { name, operands, result: result.chars().next(), immediate });
            }
        }
    }
    instructions
}

fn immediate(shape: &str, name: &str) -> Immediate {
    let is_access = name.starts_with("load") || name.starts_with("store");
    if name == "shuffle" {
        Immediate::Lanes
    } else if is_access && name.ends_with("_lane") {
        let bits: u8 = name.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(8);
        Immediate::OffsetAndLane(128 / bits)
    } else if is_access {
        Immediate::Offset
    } else if name.contains("extract_lane") || name.contains("replace_lane") {
        Immediate::Lane(lanes(shape))
    } else {
        Immediate::None
    }
}

/// How many lanes a shape has.
fn lanes(shape: &str) -> u8 {
    shape.split_once('x').and_then(|(_, lanes)| lanes.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// wasmparser's names of the operators of both proposals, such as `i8x16_add`.
    fn listed() -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        macro_rules! list {
            ($( @$proposal:ident $op:ident $({ $($arg:ident: $argty:ty),* })? => $visit:ident ($($ann:tt)*) )*) => {
                $( if ["simd", "relaxed_simd"].contains(&stringify!($proposal)) {
                    names.insert(stringify!($visit).trim_start_matches("visit_").to_owned());
                } )*
            };
        }
        wasmparser::for_each_operator!(list);
        names
    }

    #[test]
    fn no_instruction_is_missing() {
        let names: Vec<String> = instructions().iter().map(|instruction| instruction.name.replace('.', "_")).collect();
        let mut here: BTreeSet<String> = names.iter().cloned().collect();
        assert_eq!(here.len(), names.len());
        here.insert("v128_const".into());
        assert_eq!(here, listed());
    }
}
