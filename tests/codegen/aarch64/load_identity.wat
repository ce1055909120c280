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
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov w8, w2
;;   add x8, x8, #4
;;   load_ext_name_near x9, User(userextname0)+0
;;   ldr x9, [x9]
;;   movz x10, #0
;;   subs xzr, x8, #65536
;;   csel x9, x9, x10, lo
;;   ldr w2, [x8, x9]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (load.far)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov w4, w2
;;   movz x3, #1, LSL #16
;;   ldr w2, [x4, x3]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
