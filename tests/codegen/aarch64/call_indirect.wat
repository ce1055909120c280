;; call_indirect through a table that nothing changes: the length is a constant, and so is the address of the elements.
;; The index is made harmless for speculation as well, and one comparison of the type finds nulls too.
(module
  (type $binary (func (param i32 i32) (result i32)))
  (func $add (type $binary) (i32.add (local.get 0) (local.get 1)))
  (func $call (param i32) (result i32) (call_indirect (type $binary) (i32.const 1) (i32.const 2) (local.get 0)))
  (table funcref (elem $add $call))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   b label1
;; block1:
;;   add w2, w2, w3
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (call)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov w14, w2
;;   subs xzr, x14, #2
;;   b.hs #trap=user4
;;   load_ext_name_near x0, User(userextname0)+0
;;   movz x1, #0
;;   subs xzr, x14, #2
;;   csel x2, x1, x14, hs
;;   lsl x1, x2, #3
;;   add x2, x0, x2, LSL 3
;;   ldr w2, [x2, #4]
;;   subs wzr, w2, #1
;;   b.ne label3 ; b label1
;; block1:
;;   ldr w0, [x0, x1]
;;   load_ext_name_near x1, User(userextname1)+0
;;   add x0, x1, x0
;;   movz w2, #1
;;   movz w3, #2
;;   blr x0
;;   b label2
;; block2:
;;   ldp fp, lr, [sp], #16
;;   ret
;; block3:
;;   cbz w2, #trap=user5
;;   udf #0xc11f
