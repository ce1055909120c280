;; Averages and fixed-point products of vectors round as WebAssembly says, also if the host has set its own way of rounding:
;; RISC-V has a control register for that, and no function may rely on its value.
(module
  (func (export "average") (param i32 i32) (result i32)
    (i8x16.extract_lane_u 0 (i8x16.avgr_u (i8x16.splat (local.get 0)) (i8x16.splat (local.get 1)))))
  (func (export "average_wide") (param i32 i32) (result i32)
    (i16x8.extract_lane_u 7 (i16x8.avgr_u (i16x8.splat (local.get 0)) (i16x8.splat (local.get 1)))))
  (func (export "product") (param i32 i32) (result i32)
    (i16x8.extract_lane_s 5 (i16x8.q15mulr_sat_s (i16x8.splat (local.get 0)) (i16x8.splat (local.get 1))))))

;; $ vector_rounding
;; 2 255 2 65535 1 0 32767 -1
;; 2 255 2 65535 1 0 32767 -1
;; 2 255 2 65535 1 0 32767 -1
;; 2 255 2 65535 1 0 32767 -1
