;; br_table: the selector is made harmless for speculation, and the table of jumps has the default's entry once more.
(module
  (func $switch (param i32) (result i32)
    (block (block (block (block (br_table 0 1 2 3 (local.get 0)))
      (return (i32.const 10)))
      (return (i32.const 20)))
      (return (i32.const 30)))
    (i32.const 40))
  (table funcref (elem $switch))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (switch)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   li a1,3
;;   slli a5,a0,32
;;   srli a2,a5,32
;;   slli a3,a1,32
;;   srli a3,a3,32
;;   sltu a2,a3,a2
;;   sub a5,zero,a2
;;   and a1,a5,a1
;;   not a2,a5
;;   and a0,a0,a2
;;   or a0,a1,a0
;;   br_table a0,[MachLabel(1),MachLabel(5),MachLabel(4),MachLabel(3),MachLabel(2)]##tmp1=a2,tmp2=a1
;; block1:
;;   j label6
;; block2:
;;   j label6
;; block3:
;;   li a0,30
;;   j label7
;; block4:
;;   li a0,20
;;   j label7
;; block5:
;;   li a0,10
;;   j label7
;; block6:
;;   li a0,40
;;   j label7
;; block7:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
