;;! build: -g -O2
;; A load from a memory at its own addresses has a comparison and no branch. With an offset of 64 KiB it
;; needs neither.
(module
  (memory 1)
  (func $load (param i32) (result i32) (i32.load offset=4 (local.get 0)))
  (func $load.far (param i32) (result i32) (i32.load offset=65536 (local.get 0)))
  (table funcref (elem $load $load.far))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movl %edi, %r9d
;;   leaq 4(%r9), %r10
;;   load_ext_name userextname0+0, %r11
;;   movq (%r11), %r11
;;   uninit  %rdi
;;   xorq %rdi, %rdi
;;   cmpq $0x10000, %r10
;;   cmovbq %r11, %rdi
;;   movl 4(%r9, %rdi), %eax
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (load.far)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movl %edi, %esi
;;   movl 0x10000(%rsi), %eax
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
