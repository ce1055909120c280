;;! build: --wasm-features=-nontrapping-float-to-int-conversions
;; nontrapping-float-to-int-conversions.
(module (func $broken (export "_start") (drop (i32.trunc_sat_f32_s (f32.const 1)))))
