;;! build: --wasm-features=-simd
;; simd. Without it there is no relaxed-simd either.
(module (func $broken (export "_start") (drop (i32x4.splat (i32.const 1)))))
