;;! build: -g --cpu rv64gcv
;; For debugging, functions have the convention of C, in which integers of 32 bits are passed and returned sign-extended.
;; Functions with vectors keep the convention of Wasm functions.
(module
  (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $vector (param v128) (result v128) (local.get 0))
  (func $call (param i32) (result i32) (call $add (local.get 0) (i32.const -1)))
  (table funcref (elem $add $vector $call))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 32 }
;;   addi sp,sp,-64
;;   sd s8,56(sp)
;;   unwind SaveReg { clobber_offset: 24, reg: p24i }
;;   sd s9,48(sp)
;;   unwind SaveReg { clobber_offset: 16, reg: p25i }
;;   sd s10,40(sp)
;;   unwind SaveReg { clobber_offset: 8, reg: p26i }
;;   sd s11,32(sp)
;;   unwind SaveReg { clobber_offset: 0, reg: p27i }
;; block0:
;;   mv s9,a1
;;   mv s8,a0
;;   sw s8,0(slot)
;;   sw s9,8(slot)
;;   lw s11,0(slot)
;;   lw s10,8(slot)
;;   addw t3,s11,s10
;;   sd t3,16(slot)
;;   j label1
;; block1:
;;   ld t4,16(slot)
;;   slli a0,t4,32; srai a0,a0,32
;;   ld s8,56(sp)
;;   ld s9,48(sp)
;;   ld s10,40(sp)
;;   ld s11,32(sp)
;;   addi sp,sp,64
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 1 (vector)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;;   addi sp,sp,-160
;; block0:
;;   sd a0,144(slot)
;;   vle8.v v29,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vse8.v v29,0(slot) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v30,0(slot) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vse8.v v30,16(slot) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   ld t4,144(slot)
;;   vle8.v v31,16(slot) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vse8.v v31,0(t4) #avl=16, #vtype=(e8, m1, ta, ma)
;;   addi sp,sp,160
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 2 (call)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 16 }
;;   addi sp,sp,-32
;;   sd s10,24(sp)
;;   unwind SaveReg { clobber_offset: 8, reg: p26i }
;;   sd s11,16(sp)
;;   unwind SaveReg { clobber_offset: 0, reg: p27i }
;; block0:
;;   mv s10,a0
;;   sw s10,0(slot)
;;   lw s11,0(slot)
;;   li t3,-1
;;   slli a0,s11,32; srai a0,a0,32
;;   slli a1,t3,32; srai a1,a1,32
;;   call userextname0
;;   sd a0,8(slot)
;;   j label1
;; block1:
;;   ld t4,8(slot)
;;   slli a0,t4,32; srai a0,a0,32
;;   ld s10,24(sp)
;;   ld s11,16(sp)
;;   addi sp,sp,32
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   ret
