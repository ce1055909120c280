;; 128-bit arithmetic: an addition with carry, and umulh where the lower half is not used.
(module
  (func $add (param i64 i64 i64 i64) (result i64 i64)
    (i64.add128 (local.get 0) (local.get 1) (local.get 2) (local.get 3)))
  (func $add_word (param i64 i64 i64) (result i64 i64)
    (i64.add128 (local.get 0) (local.get 1) (local.get 2) (i64.const 0)))
  (func $sub (param i64 i64 i64 i64) (result i64 i64)
    (i64.sub128 (local.get 0) (local.get 1) (local.get 2) (local.get 3)))
  (func $mul_s (param i64 i64) (result i64 i64) (i64.mul_wide_s (local.get 0) (local.get 1)))
  (func $mul_u (param i64 i64) (result i64 i64) (i64.mul_wide_u (local.get 0) (local.get 1)))
  (func $mul_high (param i64 i64) (result i64) (local i64)
    (i64.mul_wide_u (local.get 0) (local.get 1))
    (local.set 2)
    (drop)
    (local.get 2))
  (table funcref (elem $add $add_word $sub $mul_s $mul_u $mul_high))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   adds x2, x2, x4
;;   adc x3, x3, x5
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (add_word)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movz x6, #0
;;   adds x2, x2, x4
;;   adc x3, x3, x6
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 2 (sub)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   subs x2, x2, x4
;;   sbc x3, x3, x5
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 3 (mul_s)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   madd x4, x2, x3, xzr
;;   smulh x3, x2, x3
;;   b label1
;; block1:
;;   mov x2, x4
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 4 (mul_u)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   madd x4, x2, x3, xzr
;;   umulh x3, x2, x3
;;   b label1
;; block1:
;;   mov x2, x4
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 5 (mul_high)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   umulh x2, x2, x3
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
