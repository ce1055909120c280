;;! build: --wasm-features=-wide-arithmetic
;; wide-arithmetic.
(module (func $broken (export "_start") (i64.mul_wide_s (i64.const 1) (i64.const 2)) (drop) (drop)))

;; error: 'wide_arithmetic.wat': the proposal wide-arithmetic is turned off: wide arithmetic support is not enabled in function 0 (broken) (at offset 0x27)
;;      --> wide_arithmetic.wat:3:42
;;       |
;;     3 | (module (func $broken (export "_start") (i64.mul_wide_s (i64.const 1) (i64.const 2)) (drop) (drop)))
;;       |                                          ^
;; hint: turn it on with --wasm-features=+wide-arithmetic, or compile the module without it
