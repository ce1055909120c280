;; A conversion that traps: the processor's instruction, and checks only where it reports that something does not fit.
;; One that saturates has no trap.
(module
  (func $trunc (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))
  (func $trunc_sat (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0)))
  (table funcref (elem $trunc $trunc_sat))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (trunc)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   cvt_float64_to_sint32_seq %xmm0, %eax, %rsi, %xmm3
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (trunc_sat)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   cvt_float64_to_sint32_sat_seq %xmm0, %eax, %rsi, %xmm4
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
