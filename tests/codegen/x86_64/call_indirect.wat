;; call_indirect through a table that nothing changes: the length is a constant, and so is the address of the elements.
;; The index is made harmless for speculation as well, and one comparison of the type finds nulls too.
(module
  (type $binary (func (param i32 i32) (result i32)))
  (func $add (type $binary) (i32.add (local.get 0) (local.get 1)))
  (func $call (param i32) (result i32) (call_indirect (type $binary) (i32.const 1) (i32.const 2) (local.get 0)))
  (table funcref (elem $add $call))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   leal (%rdi, %rsi), %eax
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (call)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movl %edi, %r9d
;;   cmpq $0x2, %r9
;;   jnb #trap=user4
;;   load_ext_name userextname0+0, %rax
;;   uninit  %rcx
;;   xorq %rcx, %rcx
;;   cmpq $0x2, %r9
;;   cmovaeq %rcx, %r9
;;   movl 4(%rax, %r9, 8), %ecx
;;   cmpl $0x1, %ecx
;;   jnz     label3; j label1
;; block1:
;;   movl (%rax, %r9, 8), %eax
;;   load_ext_name userextname1+0, %rcx
;;   leaq (%rcx, %rax), %rax
;;   movl $0x1, %edi
;;   movl $0x2, %esi
;;   call    *%rax
;;   jmp     label2
;; block2:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;; block3:
;;   testl %ecx, %ecx
;;   jz #trap=user5
;;   ud2
