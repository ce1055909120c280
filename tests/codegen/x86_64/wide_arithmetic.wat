;; 128-bit arithmetic: an addition with carry, and one multiplication for both halves.
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
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   addq %rdx, %rax
;;   movq %rcx, %r8
;;   movq %rsi, %rcx
;;   adcq %r8, %rcx
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (add_word)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   addq %rdx, %rax
;;   movq %rsi, %rcx
;;   adcq $0x0, %rcx
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 2 (sub)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   subq %rdx, %rax
;;   movq %rcx, %r8
;;   movq %rsi, %rcx
;;   sbbq %r8, %rcx
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 3 (mul_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   imulq %rsi ;; implicit: %rax, %rdx
;;   jmp     label1
;; block1:
;;   movq %rdx, %rcx
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 4 (mul_u)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   mulq %rsi ;; implicit: %rax, %rdx
;;   jmp     label1
;; block1:
;;   movq %rdx, %rcx
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 5 (mul_high)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   mulq %rsi ;; implicit: %rax, %rdx
;;   jmp     label1
;; block1:
;;   movq %rdx, %rax
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
