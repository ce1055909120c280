;; A WASI function is called directly, without a trampoline.
(module
  (import "wasi_snapshot_preview1" "fd_close" (func $fd_close (param i32) (result i32)))
  (func $close (param i32) (result i32) (call $fd_close (local.get 0)))
  (table funcref (elem $close))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 1 (close)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   call    User(userextname0)
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
