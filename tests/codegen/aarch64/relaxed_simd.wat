;; Relaxed SIMD on 64-bit Arm: a fused multiply-add, minima that are an instruction, and bsl.
(module
  (func $i8x16.relaxed_swizzle (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))
  (func $i32x4.relaxed_trunc_f32x4_s (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_s (local.get 0)))
  (func $f32x4.relaxed_madd (param v128 v128 v128) (result v128)
    (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))
  (func $f32x4.relaxed_nmadd (param v128 v128 v128) (result v128)
    (f32x4.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2)))
  (func $i16x8.relaxed_laneselect (param v128 v128 v128) (result v128)
    (i16x8.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func $f32x4.relaxed_min (param v128 v128) (result v128) (f32x4.relaxed_min (local.get 0) (local.get 1)))
  (func $i16x8.relaxed_q15mulr_s (param v128 v128) (result v128)
    (i16x8.relaxed_q15mulr_s (local.get 0) (local.get 1)))
  (func $i16x8.relaxed_dot_i8x16_i7x16_s (param v128 v128) (result v128)
    (i16x8.relaxed_dot_i8x16_i7x16_s (local.get 0) (local.get 1)))
  (func $i32x4.relaxed_dot_i8x16_i7x16_add_s (param v128 v128 v128) (result v128)
    (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i8x16.relaxed_swizzle $i32x4.relaxed_trunc_f32x4_s $f32x4.relaxed_madd $f32x4.relaxed_nmadd
    $i16x8.relaxed_laneselect $f32x4.relaxed_min $i16x8.relaxed_q15mulr_s $i16x8.relaxed_dot_i8x16_i7x16_s
    $i32x4.relaxed_dot_i8x16_i7x16_add_s))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.relaxed_swizzle)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   tbl v0.16b, { v0.16b }, v1.16b
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (i32x4.relaxed_trunc_f32x4_s)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   fcvtzs v0.4s, v0.4s
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 2 (f32x4.relaxed_madd)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   mov v6.16b, v0.16b
;;   mov v0.16b, v2.16b
;;   fmla v0.4s, v0.4s, v6.4s, v1.4s
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 3 (f32x4.relaxed_nmadd)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   mov v6.16b, v0.16b
;;   mov v0.16b, v2.16b
;;   fmls v0.4s, v0.4s, v6.4s, v1.4s
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 4 (i16x8.relaxed_laneselect)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   mov v6.16b, v0.16b
;;   mov v0.16b, v2.16b
;;   bsl v0.16b, v0.16b, v6.16b, v1.16b
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 5 (f32x4.relaxed_min)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   fmin v0.4s, v0.4s, v1.4s
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 6 (i16x8.relaxed_q15mulr_s)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   sqrdmulh v0.8h, v0.8h, v1.8h
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 7 (i16x8.relaxed_dot_i8x16_i7x16_s)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   smull v16.8h, v0.8b, v1.8b
;;   smull2 v17.8h, v0.16b, v1.16b
;;   addp v16.8h, v16.8h, v17.8h
;;   movi v17.8h, #128, LSL #8
;;   cmeq v17.8h, v16.8h, v17.8h
;;   eor v0.16b, v16.16b, v17.16b
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 8 (i32x4.relaxed_dot_i8x16_i7x16_add_s)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   smull v16.8h, v0.8b, v1.8b
;;   smull2 v17.8h, v0.16b, v1.16b
;;   addp v16.8h, v16.8h, v17.8h
;;   movi v17.8h, #128, LSL #8
;;   cmeq v17.8h, v16.8h, v17.8h
;;   eor v16.16b, v16.16b, v17.16b
;;   saddlp v16.4s, v16.8h
;;   add v0.4s, v16.4s, v2.4s
;;   ldp fp, lr, [sp], #16
;;   ret
