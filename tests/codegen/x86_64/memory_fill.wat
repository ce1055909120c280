;; A bulk operation checks its range against the length, in 64 bits, before the runtime moves the first byte.
(module
  (memory 1)
  (func $fill (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem $fill))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (fill)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name userextname0+0, %r9
;;   movl %edi, %r8d
;;   movl %edx, %edx
;;   leaq (%r8, %rdx), %r10
;;   cmpq 8(%r9), %r10
;;   jnbe #trap=heap_oob
;;   leaq 0x10000000(%r8), %rdi
;;   call    User(userextname1)
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
