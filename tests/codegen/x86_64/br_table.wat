;; br_table jumps through a table of offsets, with the index made harmless for speculation.
(module
  (func $switch (param i32) (result i32)
    (block (block (block (block (br_table 0 1 2 3 (local.get 0)))
      (return (i32.const 10)))
      (return (i32.const 20)))
      (return (i32.const 30)))
    (i32.const 40))
  (table funcref (elem $switch))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (switch)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movl $0x3, %r9d
;;   movl %edi, %r10d
;;   cmpl %r9d, %r10d
;;   cmovbl %r10d, %r9d
;;   br_table %r9, %rcx, %rax
;; block1:
;;   movl $0x1e, %eax
;;   jmp     label5
;; block2:
;;   movl $0x14, %eax
;;   jmp     label5
;; block3:
;;   movl $0xa, %eax
;;   jmp     label5
;; block4:
;;   movl $0x28, %eax
;;   jmp     label5
;; block5:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
