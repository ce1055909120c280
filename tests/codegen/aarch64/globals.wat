;; A global that can change is data at an address; one that cannot is a constant.
(module
  (global $counter (mut i64) (i64.const 0))
  (global $step i64 (i64.const 8))
  (func $advance (global.set $counter (i64.add (global.get $counter) (global.get $step))))
  (func $read (result i64) (global.get $counter))
  (table funcref (elem $advance $read))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (advance)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name_near x2, User(userextname0)+0
;;   ldr x3, [x2]
;;   add x3, x3, #8
;;   str x3, [x2]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (read)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name_near x1, User(userextname0)+0
;;   ldr x2, [x1]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
