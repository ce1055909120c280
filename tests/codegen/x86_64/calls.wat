;; A call of a reference is a test for null and an addition; a tail call leaves its frame and jumps, also where the callee
;; has more arguments on the stack than the caller had.
(module
  (type $unary (func (param i32) (result i32)))
  (func $call_ref (param (ref null $unary)) (result i32) (call_ref $unary (i32.const 1) (local.get 0)))
  (func $return_call (param i32) (result i32) (return_call $return_call (i32.add (local.get 0) (i32.const 1))))
  (func $return_call_more (param i32) (result i32)
    (return_call $many (local.get 0) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6)
      (i32.const 7) (i32.const 8) (i32.const 9)))
  (func $many (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (local.get 9))
  (table funcref (elem $call_ref $return_call $return_call_more))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (call_ref)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   testq %rdi, %rdi
;;   jz #trap=user13
;;   load_ext_name userextname0+0, %r8
;;   movl %edi, %r9d
;;   leaq (%r8, %r9), %r8
;;   movl $0x1, %edi
;;   call    *%r8
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (return_call)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   leal 1(%rdi), %edi
;;   return_call_known User(userextname0) (0) tmp=%r11 %rdi=%rdi
;;
;;
;; ;; function 2 (return_call_more)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   subq $0x20, %rsp
;;   movq %rsp, %rbp
;;   movq 0x20(%rsp), %r11
;;   movq %r11, (%rsp)
;;   movq 0x28(%rsp), %r11
;;   movq %r11, 8(%rsp)
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 48, offset_downward_to_clobbers: 16 }
;;   subq $0x10, %rsp
;;   movq %r12, (%rsp)
;;   unwind SaveReg { clobber_offset: 0, reg: p12i }
;; block0:
;;   movl $0x1, %esi
;;   movl $0x2, %edx
;;   movl $0x3, %ecx
;;   movl $0x4, %r8d
;;   movl $0x5, %r9d
;;   movl $0x6, %r11d
;;   movl $0x7, %eax
;;   movl $0x8, %r10d
;;   movl $0x9, %r12d
;;   movl %r11d, <offset:0>+-0x20(%rbp)
;;   movl %eax, <offset:0>+-0x18(%rbp)
;;   movl %r10d, <offset:0>+-0x10(%rbp)
;;   movl %r12d, <offset:0>+-8(%rbp)
;;   return_call_known User(userextname0) (32) tmp=%r11 %rdi=%rdi %rsi=%rsi %rdx=%rdx %rcx=%rcx %r8=%r8 %r9=%r9
;;
;;
;; ;; function 3 (many)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movq <offset:0>+-8(%rbp), %rax
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq $0x20
