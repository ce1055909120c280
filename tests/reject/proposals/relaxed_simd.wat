;;! build: --wasm-features=-relaxed-simd
;; relaxed-simd.
(module
  (func $broken (export "_start") (drop (i8x16.relaxed_swizzle (v128.const i64x2 0 0) (v128.const i64x2 0
    0)))))

;; error: 'relaxed_simd.wat': unsupported proposal relaxed-simd: relaxed SIMD support is not enabled in function 0 (broken) (at offset 0x47)
;; hint: compile the module without relaxed-simd, or follow its support in wasmc's README
