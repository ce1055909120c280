//! Checks of relaxed vector instructions where they are left to the processor: each is a function that performs one on
//! its parameters and returns 1 if every lane is a result that the specification allows (core specification, 4.3.6,
//! "Relaxed Operations"), else 0.
//!
//! Allowed results are written in strict instructions, so the functions are right on both sides or wrong on both: the
//! reference has to return 1 as well. A multiply-add that rounds once has no such form; its result is a parameter,
//! which [`complete`] computes.

use super::super::trace::{Type, Value};

// Operands, and the result of the instruction.
const X: &str = "(local.get $x)";
const Y: &str = "(local.get $y)";
const Z: &str = "(local.get $z)";
const FUSED: &str = "(local.get $fused)";
const R: &str = "(local.get $r)";

/// `(func (export "check NAME") …)` for every relaxed instruction.
pub fn functions() -> Vec<String> {
    let lowest = "(i16x8.splat (i32.const 0x8000))";
    let all_lowest = [X, Y, R].map(|operand| format!("(i16x8.eq {operand} {lowest})"));
    // The reference adds without saturation, which the text of the proposal allowed.
    let dots = [("s", "add_sat_s"), ("u", "add_sat_s"), ("s", "add"), ("u", "add")].map(|(sign, add)| dot(sign, add));
    let sums = dots.each_ref().map(|pairs| format!("(i32x4.add {Z} (i32x4.extadd_pairwise_i16x8_s {pairs}))"));
    let low_bits = format!("(v128.and {Y} (i8x16.splat (i32.const 0x8f)))");
    let swizzles = [format!("(i8x16.swizzle {X} {Y})"), format!("(i8x16.swizzle {X} {low_bits})")];
    let product = format!("(i16x8.q15mulr_sat_s {X} {Y})");
    let mut functions = vec![
        check("i8x16.relaxed_swizzle", &[X, Y], &swizzles.map(|allowed| is("i8x16", &allowed))),
        check("i16x8.relaxed_q15mulr_s", &[X, Y], &[is("i16x8", &product), all(&all_lowest)]),
        check("i16x8.relaxed_dot_i8x16_i7x16_s", &[X, Y], &dots.map(|dot| is("i16x8", &dot))),
        check("i32x4.relaxed_dot_i8x16_i7x16_add_s", &[X, Y, Z], &sums.map(|sum| is("i32x4", &sum))),
    ];
    for (shape, bits) in [("i8x16", 8), ("i16x8", 16), ("i32x4", 32), ("i64x2", 64)] {
        let by_highest_bit = format!("({shape}.shr_s {Z} (i32.const {}))", bits - 1);
        let selections = [Z, &by_highest_bit].map(|mask| is(shape, &format!("(v128.bitselect {X} {Y} {mask})")));
        functions.push(check(&format!("{shape}.relaxed_laneselect"), &[X, Y, Z], &selections));
    }
    functions.extend(["s", "u"].into_iter().flat_map(|sign| [truncation(sign), truncation_to_low(sign)]));
    for (float, integer) in [("f32x4", "i32x4"), ("f64x2", "i64x2")] {
        let product = format!("({float}.mul {X} {Y})");
        functions.push(multiply_add(float, integer, "relaxed_madd", &product));
        functions.push(multiply_add(float, integer, "relaxed_nmadd", &format!("({float}.neg {product})")));
        functions.extend(["min", "max"].map(|which| extreme(float, integer, which)));
    }
    functions
}

/// Gives the check of a multiply-add the result of rounding once, as its last argument.
pub fn complete(export: &str, arguments: &mut [Value]) {
    let Some(name) = export.strip_prefix("check ") else { return };
    let [Value { bits: x, .. }, Value { bits: y, .. }, Value { bits: z, .. }, fused] = arguments else { return };
    let sign = if name.ends_with("relaxed_nmadd") { -1.0 } else { 1.0 };
    let narrow = |at: u32| {
        let [x, y, z] = [*x, *y, *z].map(|vector| f32::from_bits((vector >> (32 * at)) as u32));
        u128::from((sign as f32 * x).mul_add(y, z).to_bits()) << (32 * at)
    };
    let wide = |at: u32| {
        let [x, y, z] = [*x, *y, *z].map(|vector| f64::from_bits((vector >> (64 * at)) as u64));
        u128::from((sign * x).mul_add(y, z).to_bits()) << (64 * at)
    };
    let bits = if name.starts_with("f32x4") { (0..4).map(narrow).sum() } else { (0..2).map(wide).sum() };
    *fused = Value { ty: Type::V128, bits };
}

/// A check of an instruction: every byte of its result is right if one of these masks says so.
fn check(name: &str, operands: &[&str], right: &[String]) -> String {
    let right = right.iter().cloned().reduce(|one, other| format!("(v128.or {one} {other})")).unwrap_or_default();
    let operands = operands.join(" ");
    format!(
        "(func (export \"check {name}\") (param $x v128) (param $y v128) (param $z v128) (param $fused v128)\n  \
         (result i32) (local $r v128) (local.set $r ({name} {operands}))\n  (i8x16.all_true {right}))\n"
    )
}

/// The lanes in which the result has these bits.
fn is(shape: &str, allowed: &str) -> String {
    format!("({shape}.eq {R} {allowed})")
}

/// The lanes that are in all of these masks.
fn all(masks: &[String]) -> String {
    masks.iter().cloned().reduce(|one, other| format!("(v128.and {one} {other})")).unwrap_or_default()
}

/// The lanes in which a float is a NaN.
fn is_nan(float: &str, vector: &str) -> String {
    format!("({float}.ne {vector} {vector})")
}

/// Sums of neighboring products, by this addition; bytes of the second operand are extended with this sign.
fn dot(sign: &str, add: &str) -> String {
    let low = |vector: &str, sign: &str| format!("(i16x8.shr_{sign} (i16x8.shl {vector} (i32.const 8)) (i32.const 8))");
    let high = |vector: &str, sign: &str| format!("(i16x8.shr_{sign} {vector} (i32.const 8))");
    let product = |x: String, y: String| format!("(i16x8.mul {x} {y})");
    format!("(i16x8.{add} {} {})", product(low(X, "s"), low(Y, sign)), product(high(X, "s"), high(Y, sign)))
}

/// What an integer may also be where a float is out of its range: the lowest signed, the highest unsigned one.
fn other_integer(sign: &str) -> &'static str {
    if sign == "s" { "(i32x4.splat (i32.const 0x80000000))" } else { "(i32x4.splat (i32.const -1))" }
}

/// The lanes of `$x` that are in no range of integers.
fn out_of_range(float: &str, scalar: &str, sign: &str) -> String {
    let (above, below) = if sign == "s" { ("-2147483649", "2147483648") } else { ("-1", "4294967296") };
    let compared =
        |operation: &str, with: &str| format!("({float}.{operation} {X} ({float}.splat ({scalar}.const {with})))");
    format!("(v128.not (v128.and {} {}))", compared("gt", above), compared("lt", below))
}

fn truncation(sign: &str) -> String {
    let other = all(&[out_of_range("f32x4", "f32", sign), is("i32x4", other_integer(sign))]);
    let strict = is("i32x4", &format!("(i32x4.trunc_sat_f32x4_{sign} {X})"));
    check(&format!("i32x4.relaxed_trunc_f32x4_{sign}"), &[X], &[strict, other])
}

fn truncation_to_low(sign: &str) -> String {
    let wide = out_of_range("f64x2", "f64", sign);
    let zero = "(v128.const i64x2 0 0)";
    // One half of each wide lane, and zeros.
    let narrow = format!("(i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 20 21 22 23 {wide} {zero})");
    let other = all(&[narrow, is("i32x4", other_integer(sign))]);
    let strict = is("i32x4", &format!("(i32x4.trunc_sat_f64x2_{sign}_zero {X})"));
    check(&format!("i32x4.relaxed_trunc_f64x2_{sign}_zero"), &[X], &[strict, other])
}

fn multiply_add(float: &str, integer: &str, operation: &str, product: &str) -> String {
    let separate = format!("({float}.add {product} {Z})");
    let nan = format!("(v128.or {} {})", is_nan(float, &separate), is_nan(float, FUSED));
    let right = [is(integer, &separate), is(integer, FUSED), all(&[is_nan(float, R), nan])];
    check(&format!("{float}.{operation}"), &[X, Y, Z], &right)
}

fn extreme(float: &str, integer: &str, which: &str) -> String {
    let strict = format!("({float}.{which} {X} {Y})");
    let zeros = [X, Y].map(|operand| format!("({float}.eq {operand} (v128.const i64x2 0 0))"));
    let any = |one: String, other: String| format!("(v128.or {one} {other})");
    let special = any(any(is_nan(float, X), is_nan(float, Y)), all(&zeros));
    let operand = any(is(integer, X), is(integer, Y));
    let right = [is(integer, &strict), all(&[is_nan(float, R), is_nan(float, &strict)]), all(&[special, operand])];
    check(&format!("{float}.relaxed_{which}"), &[X, Y], &right)
}
