;;! build: --wasm-features=-relaxed-simd
;; relaxed-simd.
(module
  (func $broken (export "_start") (drop (i8x16.relaxed_swizzle (v128.const i64x2 0 0) (v128.const i64x2 0
    0)))))

;; error: 'relaxed_simd.wat': the proposal relaxed-simd is turned off: relaxed SIMD support is not enabled in function 0 (broken) (at offset 0x47)
;;      --> relaxed_simd.wat:4:42
;;       |
;;     4 |   (func $broken (export "_start") (drop (i8x16.relaxed_swizzle (v128.const i64x2 0 0) (v128.const i64x2 0
;;       |                                          ^
;; hint: turn it on with --wasm-features=+relaxed-simd, or compile the module without it
