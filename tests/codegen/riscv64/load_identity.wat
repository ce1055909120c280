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
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a1,a0,32
;;   srli a3,a1,32
;;   addi a2,a3,4
;;   lui a3,16
;;   sltu a3,a2,a3
;;   load_ext_name_near a4,userextname0+0
;;   ld a4,0(a4)
;;   sub a1,zero,a3
;;   and a3,a4,a1
;;   add a2,a2,a3
;;   lw a0,0(a2)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 1 (load.far)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   lw a0,65536(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
