;; Atomic instructions, behind a load that traps where they cannot say so, and a global of each thread.
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
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   andi a1,a0,3
;;   sext.w a1,a1
;;   trap_if user15##(a1 ne zero)
;;   slli a0,a0,32
;;   srli a1,a0,32
;;   lui a0,65536
;;   add a0,a1,a0
;;   lw a1,268435456(a1)
;;   atomic_load.i32 a0,(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 2 (store)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   andi a2,a0,3
;;   sext.w a2,a2
;;   trap_if user15##(a2 ne zero)
;;   slli a0,a0,32
;;   srli a2,a0,32
;;   lui a0,65536
;;   add a0,a2,a0
;;   lw a2,268435456(a2)
;;   atomic_store.i32 a1,(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 3 (add)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   andi a2,a0,7
;;   sext.w a2,a2
;;   trap_if user15##(a2 ne zero)
;;   slli a0,a0,32
;;   srli a2,a0,32
;;   lui a3,65536
;;   add a3,a2,a3
;;   ld a2,268435456(a2)
;;   amoadd.d.aqrl a0,a1,(a3)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 4 (or_byte)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a2,a0,32
;;   srli a4,a2,32
;;   lui a3,65536
;;   add a3,a4,a3
;;   lb a4,268435456(a4)
;;   andi a2,a3,3
;;   slli a4,a2,3
;;   andi a5,a3,-4
;;   atomic_rmw.i8 or a2,a1,(a5)##t0=a3 offset=a4
;;   j label1
;; block1:
;;   andi a0,a2,255
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 5 (compare)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   andi a4,a0,3
;;   sext.w a4,a4
;;   trap_if user15##(a4 ne zero)
;;   slli a4,a0,32
;;   srli a0,a4,32
;;   lui a5,65536
;;   add a5,a0,a5
;;   lw a0,268435456(a0)
;;   slli a4,a1,32
;;   srli a1,a4,32
;;   atomic_cas.i32 a0,a1,a2,(a5)##t0=a4 offset=zero
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 6 (compare_byte)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a3,a0,32
;;   srli a4,a3,32
;;   lui a3,65536
;;   add a0,a4,a3
;;   lb a3,268435456(a4)
;;   andi a3,a1,255
;;   andi a4,a2,255
;;   slli a1,a3,32; srai a1,a1,32
;;   slli a2,a4,32; srai a2,a2,32
;;   call userextname0
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 7 (count)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   mv a0,sp
;;   lui a1,-4096
;;   and a0,a0,a1
;;   ld a1,64(a0)
;;   addi a1,a1,8
;;   sd a1,64(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 8
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a0,a1,32; srai a0,a0,32
;;   call userextname0
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 9
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name_near a0,userextname0+0
;;   ld a0,0(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
