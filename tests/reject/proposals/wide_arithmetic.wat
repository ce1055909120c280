;;! build: --wasm-features=-wide-arithmetic
;; wide-arithmetic.
(module (func $broken (export "_start") (i64.mul_wide_s (i64.const 1) (i64.const 2)) (drop) (drop)))

;; error: 'wide_arithmetic.wat': unsupported proposal wide-arithmetic: wide arithmetic support is not enabled in function 0 (broken) (at offset 0x27)
;; hint: compile the module without wide-arithmetic, or follow its support in wasmc's README
