;;! build: --wasm-features=-simd
;; simd. Without it there is no relaxed-simd either.
(module (func $broken (export "_start") (drop (i32x4.splat (i32.const 1)))))

;; error: 'simd.wat': the proposal simd is turned off: SIMD support is not enabled in function 0 (broken) (at offset 0x25)
;;      --> simd.wat:3:48
;;       |
;;     3 | (module (func $broken (export "_start") (drop (i32x4.splat (i32.const 1)))))
;;       |                                                ^
;; hint: turn it on with --wasm-features=+simd, or compile the module without it
