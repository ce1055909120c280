;; A global that can change is data at an address; one that cannot is a constant.
(module
  (global $counter (mut i64) (i64.const 0))
  (global $step i64 (i64.const 8))
  (func $advance (global.set $counter (i64.add (global.get $counter) (global.get $step))))
  (func $read (result i64) (global.get $counter))
  (table funcref (elem $advance $read))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (advance)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   load_ext_name_near a0,userextname0+0
;;   ld a1,0(a0)
;;   addi a1,a1,8
;;   sd a1,0(a0)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 1 (read)
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
