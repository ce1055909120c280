;; An access with guard pages: the base of the memory is one `lui`, the index has its upper half cleared, and the constant
;; offset is folded into the load.
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
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   lw a0,268435464(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 1 (load.constant)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   lui a0,65536
;;   addi a0,a0,1024
;;   lw a0,8(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 2 (store.scaled)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slliw a0,a0,2
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   sw a1,268435472(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 3 (add_to_memory)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   lw a1,268435456(a0)
;;   addiw a1,a1,1
;;   sw a1,268435456(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 4 (load.far)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   lui a1,1
;;   slli a1,a1,20
;;   add a0,a0,a1
;;   lw a0,0(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
