;; An unsigned division by zero is the processor's own fault. For a signed one the divisor is compared first, so that a
;; fault can only mean a quotient that does not fit; the remainder of those operands is 0, where the processor would
;; fault as well. A division by a constant is a multiplication.
(module
  (func $div_s (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func $div_u (param i64 i64) (result i64) (i64.div_u (local.get 0) (local.get 1)))
  (func $rem_s (param i32 i32) (result i32) (i32.rem_s (local.get 0) (local.get 1)))
  (func $div_s.constant (param i32) (result i32) (i32.div_s (local.get 0) (i32.const 10)))
  (func $rem_u.constant (param i32) (result i32) (i32.rem_u (local.get 0) (i32.const 8)))
  (table funcref (elem $div_s $div_u $rem_s $div_s.constant $rem_u.constant))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (div_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   cltd  ;; implicit: %edx, %eax
;;   testl %esi, %esi
;;   jz #trap=int_divz
;;   idivl %esi ;; implicit: %eax, %edx, trap=252
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (div_u)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   uninit  %rdx
;;   xorq %rdx, %rdx
;;   movq %rdi, %rax
;;   divq %rsi ;; implicit: %rax, %rdx, trap=254
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 2 (rem_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq %rdi, %rax
;;   cltd  ;; implicit: %edx, %eax
;;   checked_srem_seq %eax, %edx, %esi, %eax, %edx
;;   jmp     label1
;; block1:
;;   movq %rdx, %rax
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 3 (div_s.constant)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   movq %rdi, %rax
;;   imull (%rip) ;; implicit: %eax, %edx
;;   sarl $0x2, %edx
;;   movq %rdx, %rsi
;;   shrl $0x1f, %esi
;;   leal (%rdx, %rsi), %eax
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 4 (rem_u.constant)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   movq %rdi, %rax
;;   andl $0x7, %eax
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
