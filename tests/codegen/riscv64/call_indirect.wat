;; call_indirect through a table that nothing changes: the length is a constant, and so is the address of the elements.
;; The index is made harmless for speculation as well, and one comparison of the type finds nulls too.
(module
  (type $binary (func (param i32 i32) (result i32)))
  (func $add (type $binary) (i32.add (local.get 0) (local.get 1)))
  (func $call (param i32) (result i32) (call_indirect (type $binary) (i32.const 1) (i32.const 2) (local.get 0)))
  (table funcref (elem $add $call))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   j label1
;; block1:
;;   addw a0,a0,a1
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 1 (call)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   li a1,2
;;   sltiu a2,a0,2
;;   xori a2,a2,1
;;   trap_if user4##(a0 uge a1)
;;   load_ext_name_near a1,userextname0+0
;;   sub a2,zero,a2
;;   not a2,a2
;;   and a0,a0,a2
;;   slli a0,a0,3
;;   add a0,a1,a0
;;   lw a1,4(a0)
;;   li a2,1
;;   sext.w a3,a1
;;   sext.w a2,a2
;;   bne a3,a2,taken(label3),not_taken(label1)
;; block1:
;;   lwu a0,0(a0)
;;   load_ext_name_near a1,userextname1+0
;;   add a2,a1,a0
;;   li a0,1
;;   li a1,2
;;   callind a2
;;   j label2
;; block2:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;; block3:
;;   sext.w a0,a1
;;   trap_if user5##(a0 eq zero)
;;   udf##trap_code=user6
