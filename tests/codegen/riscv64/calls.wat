;; A call of a reference is a test for null and an addition; a tail call leaves its frame and jumps, also where the callee
;; has more arguments on the stack than the caller had.
(module
  (type $unary (func (param i32) (result i32)))
  (func $call_ref (param (ref null $unary)) (result i32) (call_ref $unary (i32.const 1) (local.get 0)))
  (func $return_call (param i32) (result i32) (return_call $return_call (i32.add (local.get 0) (i32.const 1))))
  (func $return_call_more (param i32) (result i32)
    (return_call $many (local.get 0) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6)
      (i32.const 7) (i32.const 8) (i32.const 9)))
  (func $many (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (local.get 9))
  (table funcref (elem $call_ref $return_call $return_call_more))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (call_ref)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   trap_if user13##(a0 eq zero)
;;   load_ext_name_near a1,userextname0+0
;;   slli a0,a0,32
;;   srli a0,a0,32
;;   add a1,a1,a0
;;   li a0,1
;;   callind a1
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 1 (return_call)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   addiw a0,a0,1
;;   return_call User(userextname0) new_stack_arg_size:0 a0=a0
;;
;;
;; ;; function 2 (return_call_more)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   ld fp,16(sp)
;;   sd fp,0(sp)
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 16 }
;;   addi sp,sp,-16
;;   sd s2,8(sp)
;;   unwind SaveReg { clobber_offset: 8, reg: p18i }
;;   sd s3,0(sp)
;;   unwind SaveReg { clobber_offset: 0, reg: p19i }
;; block0:
;;   li a1,1
;;   li a2,2
;;   li a3,3
;;   li a4,4
;;   li a5,5
;;   li a6,6
;;   li a7,7
;;   li s2,8
;;   li s3,9
;;   sw s2,-16(incoming_arg)
;;   sw s3,-8(incoming_arg)
;;   return_call User(userextname0) new_stack_arg_size:16 a0=a0 a1=a1 a2=a2 a3=a3 a4=a4 a5=a5 a6=a6 a7=a7
;;
;;
;; ;; function 3 (many)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   lw a0,-8(incoming_arg)
;;   j label1
;; block1:
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,16
;;   ret
