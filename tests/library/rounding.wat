;; The runtime does operations for which the processor has no instruction. The host program's calls of functions with the same
;; names go to the host's C library.
(module
  (func (export "ceil") (param f32) (result f32) (f32.ceil (local.get 0)))
  (func (export "floor") (param f64) (result f64) (f64.floor (local.get 0)))
  (func (export "nearest") (param f64) (result f64) (f64.nearest (local.get 0)))
  (func (export "swizzle") (param i32) (result i32)
    (i32x4.extract_lane 0
      (i8x16.swizzle (i32x4.splat (local.get 0)) (v128.const i8x16 3 2 1 0 4 5 6 7 8 9 10 11 12 13 14 15)))))

;; $ rounding
;; 2 -2 2
;; 4030201
;; bbbb 0
