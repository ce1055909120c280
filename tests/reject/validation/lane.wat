;; A lane that the vector does not have.
(module (func $broken (export "_start") (drop (i32x4.extract_lane 4 (v128.const i64x2 0 0)))))

;; error: 'lane.wat': invalid WebAssembly: SIMD index out of bounds in function 0 (broken) (at offset 0x35)
;;      --> lane.wat:2:48
;;       |
;;     2 | (module (func $broken (export "_start") (drop (i32x4.extract_lane 4 (v128.const i64x2 0 0)))))
;;       |                                                ^
