;; An access with guard pages: the base of the memory and the constant offset are one constant, of one or two instructions, to which
;; the access itself adds the index.
(module
  (memory 1)
  (func $load (param i32) (result i32) (i32.load offset=8 (local.get 0)))
  (func $load.constant (result i32) (i32.load offset=8 (i32.const 1024)))
  (func $store.scaled (param i32 i32) (i32.store offset=16 (i32.shl (local.get 0) (i32.const 2)) (local.get 1)))
  (func $add_to_memory (param i32) (i32.store (local.get 0) (i32.add (i32.load (local.get 0)) (i32.const 1))))
  (func $load.far (param i32) (result i32) (i32.load offset=0xf0000000 (local.get 0)))
  (table funcref (elem $load $load.constant $store.scaled $add_to_memory $load.far))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov w5, w2
;;   movz w4, #8
;;   movk w4, w4, #4096, LSL #16
;;   ldr w2, [x5, x4]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (load.constant)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movz w2, #1024
;;   movk w2, w2, #4096, LSL #16
;;   ldr w2, [x2, #8]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 2 (store.scaled)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   lsl w6, w2, #2
;;   mov w6, w6
;;   movz w7, #16
;;   movk w7, w7, #4096, LSL #16
;;   str w3, [x6, x7]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 3 (add_to_memory)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov w6, w2
;;   movz x5, #4096, LSL #16
;;   ldr w7, [x6, x5]
;;   add w7, w7, #1
;;   movz x8, #4096, LSL #16
;;   str w7, [x6, x8]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 4 (load.far)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movz x3, #1, LSL #32
;;   ldr w2, [x3, w2, UXTW]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
