;; A global that can change is data at an address; one that cannot is a constant.
(module
  (global $counter (mut i64) (i64.const 0))
  (global $step i64 (i64.const 8))
  (func $advance (global.set $counter (i64.add (global.get $counter) (global.get $step))))
  (func $read (result i64) (global.get $counter))
  (table funcref (elem $advance $read))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (advance)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name userextname0+0, %rax
;;   addq $0x8, (%rax)
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (read)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name userextname0+0, %rcx
;;   movq (%rcx), %rax
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
