;;! build: --bounds-checks explicit
;; An access with explicit checks: the end of the access is compared with the length, and a trap is out of the way.
(module
  (memory 1)
  (func $load (param i32) (result i32) (i32.load offset=8 (local.get 0)))
  (table funcref (elem $load))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name userextname0+0, %rsi
;;   movl %edi, %edi
;;   leaq 0xc(%rdi), %r8
;;   cmpq 8(%rsi), %r8
;;   jnbe #trap=heap_oob
;;   movq (%rsi), %r8
;;   movl 8(%r8, %rdi), %eax
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
