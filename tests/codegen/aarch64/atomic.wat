;; Atomic instructions, and a global of each thread.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (global $counter (mut i64) (i64.const 0))
  (func $load (param i32) (result i32) (i32.atomic.load (local.get 0)))
  (func $store (param i32 i32) (i32.atomic.store (local.get 0) (local.get 1)))
  (func $add (param i32 i64) (result i64) (i64.atomic.rmw.add (local.get 0) (local.get 1)))
  (func $or_byte (param i32 i32) (result i32) (i32.atomic.rmw8.or_u (local.get 0) (local.get 1)))
  (func $compare (param i32 i32 i32) (result i32) (i32.atomic.rmw.cmpxchg (local.get 0) (local.get 1) (local.get 2)))
  (func $compare_byte (param i32 i32 i32) (result i32)
    (i32.atomic.rmw8.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $count (global.set $counter (i64.add (global.get $counter) (i64.const 8))))
  (table funcref (elem $load $store $add $or_byte $compare $compare_byte $count))
  (func (export "wasi_thread_start") (param i32 i32) (drop (call $spawn (local.get 1))))
  (func (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 1 (load)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   and w5, w2, #3
;;   cbnz w5, #trap=user15
;;   movz x6, #16, LSL #32
;;   add x6, x6, x2, UXTW
;;   ldar w2, [x6]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 2 (store)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   and w5, w2, #3
;;   cbnz w5, #trap=user15
;;   movz x6, #16, LSL #32
;;   add x6, x6, x2, UXTW
;;   stlr w3, [x6]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 3 (add)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 48 }
;;   str x28, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 32, reg: p28i }
;;   stp x26, x27, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 16, reg: p26i }
;;   unwind SaveReg { clobber_offset: 24, reg: p27i }
;;   stp x24, x25, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 0, reg: p24i }
;;   unwind SaveReg { clobber_offset: 8, reg: p25i }
;; block0:
;;   and w8, w2, #7
;;   cbnz w8, #trap=user15
;;   movz x9, #16, LSL #32
;;   add x25, x9, x2, UXTW
;;   mov x26, x3
;;   atomic_rmw_loop_add_64 addr=x25 operand=x26 oldval=x27 scratch1=x24 scratch2=x28
;;   b label1
;; block1:
;;   mov x2, x27
;;   ldp x24, x25, [sp], #16
;;   ldp x26, x27, [sp], #16
;;   ldr x28, [sp], #16
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 4 (or_byte)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 48 }
;;   str x28, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 32, reg: p28i }
;;   stp x26, x27, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 16, reg: p26i }
;;   unwind SaveReg { clobber_offset: 24, reg: p27i }
;;   stp x24, x25, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 0, reg: p24i }
;;   unwind SaveReg { clobber_offset: 8, reg: p25i }
;; block0:
;;   movz x8, #16, LSL #32
;;   add x25, x8, x2, UXTW
;;   mov x26, x3
;;   atomic_rmw_loop_orr_8 addr=x25 operand=x26 oldval=x27 scratch1=x24 scratch2=x28
;;   b label1
;; block1:
;;   uxtb w2, w27
;;   ldp x24, x25, [sp], #16
;;   ldp x26, x27, [sp], #16
;;   ldr x28, [sp], #16
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 5 (compare)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 48 }
;;   str x28, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 32, reg: p28i }
;;   stp x26, x27, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 16, reg: p26i }
;;   unwind SaveReg { clobber_offset: 24, reg: p27i }
;;   stp x24, x25, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 0, reg: p24i }
;;   unwind SaveReg { clobber_offset: 8, reg: p25i }
;; block0:
;;   and w8, w2, #3
;;   cbnz w8, #trap=user15
;;   movz x9, #16, LSL #32
;;   add x25, x9, x2, UXTW
;;   mov x26, x3
;;   mov x28, x4
;;   atomic_cas_loop_32 addr=x25, expect=x26, replacement=x28, oldval=x27, scratch=x24
;;   b label1
;; block1:
;;   mov x2, x27
;;   ldp x24, x25, [sp], #16
;;   ldp x26, x27, [sp], #16
;;   ldr x28, [sp], #16
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 6 (compare_byte)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 48 }
;;   str x28, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 32, reg: p28i }
;;   stp x26, x27, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 16, reg: p26i }
;;   unwind SaveReg { clobber_offset: 24, reg: p27i }
;;   stp x24, x25, [sp, #-16]!
;;   unwind SaveReg { clobber_offset: 0, reg: p24i }
;;   unwind SaveReg { clobber_offset: 8, reg: p25i }
;; block0:
;;   movz x8, #16, LSL #32
;;   add x25, x8, x2, UXTW
;;   mov x26, x3
;;   mov x28, x4
;;   atomic_cas_loop_8 addr=x25, expect=x26, replacement=x28, oldval=x27, scratch=x24
;;   b label1
;; block1:
;;   uxtb w2, w27
;;   ldp x24, x25, [sp], #16
;;   ldp x26, x27, [sp], #16
;;   ldr x28, [sp], #16
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 7 (count)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov x3, sp
;;   and x3, x3, #18446744073692774400
;;   ldr x4, [x3, #64]
;;   add x4, x4, #8
;;   str x4, [x3, #64]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 8
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mov x0, x3
;;   bl 0
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 9
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name_near x1, User(userextname0)+0
;;   ldr x1, [x1]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
