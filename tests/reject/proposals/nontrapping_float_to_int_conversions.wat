;;! build: --wasm-features=-nontrapping-float-to-int-conversions
;; nontrapping-float-to-int-conversions.
(module (func $broken (export "_start") (drop (i32.trunc_sat_f32_s (f32.const 1)))))

;; error: 'nontrapping_float_to_int_conversions.wat': the proposal nontrapping-float-to-int-conversions is turned off: saturating float to int conversions support is not enabled in function 0 (broken) (at offset 0x28)
;;      --> nontrapping_float_to_int_conversions.wat:3:48
;;       |
;;     3 | (module (func $broken (export "_start") (drop (i32.trunc_sat_f32_s (f32.const 1)))))
;;       |                                                ^
;; hint: turn it on with --wasm-features=+nontrapping-float-to-int-conversions, or compile the module without it
