;;! build: --cpu rv64gcv
;; Relaxed SIMD on RISC-V with vectors.
(module
  (func $i8x16.relaxed_swizzle (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))
  (func $i32x4.relaxed_trunc_f32x4_s (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_s (local.get 0)))
  (func $f32x4.relaxed_madd (param v128 v128 v128) (result v128)
    (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))
  (func $f32x4.relaxed_nmadd (param v128 v128 v128) (result v128)
    (f32x4.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2)))
  (func $i16x8.relaxed_laneselect (param v128 v128 v128) (result v128)
    (i16x8.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func $f32x4.relaxed_min (param v128 v128) (result v128) (f32x4.relaxed_min (local.get 0) (local.get 1)))
  (func $i16x8.relaxed_q15mulr_s (param v128 v128) (result v128)
    (i16x8.relaxed_q15mulr_s (local.get 0) (local.get 1)))
  (func $i16x8.relaxed_dot_i8x16_i7x16_s (param v128 v128) (result v128)
    (i16x8.relaxed_dot_i8x16_i7x16_s (local.get 0) (local.get 1)))
  (func $i32x4.relaxed_dot_i8x16_i7x16_add_s (param v128 v128 v128) (result v128)
    (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i8x16.relaxed_swizzle $i32x4.relaxed_trunc_f32x4_s $f32x4.relaxed_madd $f32x4.relaxed_nmadd
    $i16x8.relaxed_laneselect $f32x4.relaxed_min $i16x8.relaxed_q15mulr_s $i16x8.relaxed_dot_i8x16_i7x16_s
    $i32x4.relaxed_dot_i8x16_i7x16_add_s))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.relaxed_swizzle)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v9,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v8,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vand.vi v13,v8,15 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vrgather.vv v12,v9,v13 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vmsleu.vi v0,v8,15 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vmv.v.i v13,0 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vmerge.vim v14,v13,-1,v0.t #avl=16, #vtype=(e8, m1, ta, ma)
;;   vand.vv v12,v12,v14 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vse8.v v12,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,32
;;   ret
;;
;;
;; ;; function 1 (i32x4.relaxed_trunc_f32x4_s)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v8,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vmfne.vv v0,v8,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vfcvt.rtz.x.f.v v8,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vmerge.vim v9,v8,0,v0.t #avl=4, #vtype=(e32, m1, ta, ma)
;;   vse8.v v9,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,16
;;   ret
;;
;;
;; ;; function 2 (f32x4.relaxed_madd)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v8,-48(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v9,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v10,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vfmacc.vv v10,v9,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vse8.v v10,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,48
;;   ret
;;
;;
;; ;; function 3 (f32x4.relaxed_nmadd)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v8,-48(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v9,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v10,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vfnmsac.vv v10,v9,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vse8.v v10,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,48
;;   ret
;;
;;
;; ;; function 4 (i16x8.relaxed_laneselect)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v9,-48(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v8,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v10,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vand.vv v9,v10,v9 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vnot.v v11,v10 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vand.vv v13,v11,v8 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vor.vv v15,v9,v13 #avl=16, #vtype=(e8, m1, ta, ma)
;;   vse8.v v15,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,48
;;   ret
;;
;;
;; ;; function 5 (f32x4.relaxed_min)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v8,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v9,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vmflt.vv v0,v9,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vmerge.vvm v10,v8,v9,v0.t #avl=4, #vtype=(e32, m1, ta, ma)
;;   vse8.v v10,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,32
;;   ret
;;
;;
;; ;; function 6 (i16x8.relaxed_q15mulr_s)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v9,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v8,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vsext.vf2 v10,v9 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vsext.vf2 v11,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vle32.v v13,[const(0)] #avl=4, #vtype=(e32, m1, ta, ma)
;;   vmv1r.v v12,v13
;;   vmacc.vv v12,v10,v11 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vsra.vi v10,v12,15 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vslidedown.vi v11,v9,4 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsext.vf2 v9,v11 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vslidedown.vi v11,v8,4 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsext.vf2 v8,v11 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vmacc.vv v13,v9,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vsra.vi v9,v13,15 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vnclip.wi v8,v10,0 #avl=4, #vtype=(e16, mf2, ta, ma)
;;   vnclip.wi v9,v9,0 #avl=4, #vtype=(e16, mf2, ta, ma)
;;   vslideup.vi v8,v9,4 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vse8.v v8,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,32
;;   ret
;;
;;
;; ;; function 7 (i16x8.relaxed_dot_i8x16_i7x16_s)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v9,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v8,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vsll.vi v15,v9,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v15,v15,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsll.vi v10,v8,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v10,v10,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vmul.vv v15,v15,v10 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v9,v9,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v8,v8,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vmul.vv v8,v9,v8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsadd.vv v15,v15,v8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vse8.v v15,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,32
;;   ret
;;
;;
;; ;; function 8 (i32x4.relaxed_dot_i8x16_i7x16_add_s)
;;   addi sp,sp,-16
;;   sd ra,8(sp)
;;   sd fp,0(sp)
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mv fp,sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   vle8.v v10,-48(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v9,-32(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   vle8.v v8,-16(incoming_arg) #avl=16, #vtype=(e8, m1, ta, ma)
;;   j label1
;; block1:
;;   vsll.vi v11,v10,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v11,v11,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsll.vi v12,v9,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v12,v12,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vmul.vv v11,v11,v12 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v10,v10,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsra.vi v9,v9,8 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vmul.vv v9,v10,v9 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsadd.vv v10,v11,v9 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsext.vf2 v9,v10 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vslidedown.vi v11,v10,4 #avl=8, #vtype=(e16, m1, ta, ma)
;;   vsext.vf2 v10,v11 #avl=4, #vtype=(e32, m1, ta, ma)
;;   ld a1,[const(0)]
;;   vmv.s.x v13,a1 #avl=2, #vtype=(e64, m1, ta, ma)
;;   vcompress.vm v11,v9,v13 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vcompress.vm v12,v10,v13 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vslideup.vi v11,v12,2 #avl=4, #vtype=(e32, m1, ta, ma)
;;   ld a1,[const(1)]
;;   vmv.s.x v13,a1 #avl=2, #vtype=(e64, m1, ta, ma)
;;   vcompress.vm v12,v9,v13 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vcompress.vm v9,v10,v13 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vslideup.vi v12,v9,2 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vadd.vv v9,v11,v12 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vadd.vv v8,v9,v8 #avl=4, #vtype=(e32, m1, ta, ma)
;;   vse8.v v8,0(a0) #avl=16, #vtype=(e8, m1, ta, ma)
;;   ld ra,8(sp)
;;   ld fp,0(sp)
;;   addi sp,sp,16
;;   addi sp,sp,48
;;   ret
