;; An access with guard pages: the base of the memory is a constant that all accesses share, and the index is extended to 64 bits
;; by the addition, or by the access itself where there is no constant offset.
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
;;   movz x4, #16, LSL #32
;;   add x4, x4, x2, UXTW
;;   ldr w2, [x4, #8]
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
;;   movz x2, #1024
;;   movk x2, x2, #16, LSL #32
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
;;   lsl w5, w2, #2
;;   movz x6, #16, LSL #32
;;   add x5, x6, x5, UXTW
;;   str w3, [x5, #16]
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
;;   movz x4, #16, LSL #32
;;   ldr w5, [x4, w2, UXTW]
;;   add w5, w5, #1
;;   str w5, [x4, w2, UXTW]
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
;;   movz x4, #61440, LSL #16
;;   movk x4, x4, #16, LSL #32
;;   ldr w2, [x4, w2, UXTW]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
