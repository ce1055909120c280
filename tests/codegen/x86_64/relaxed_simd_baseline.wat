;;! build: --cpu baseline
;; Relaxed SIMD with SSE2 only. Nothing here calls a function.
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
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;;   subq $0x40, %rsp
;; block0:
;;   leaq <offset:1>+(%rsp), %rax
;;   movdqu %xmm0, <offset:1>+(%rsp)
;;   uninit  %xmm0
;;   pxor %xmm0, %xmm0
;;   movdqu %xmm0, <offset:1>+0x10(%rsp)
;;   movdqu (%rip), %xmm0
;;   pminub %xmm0, %xmm1
;;   movdqu %xmm1, <offset:1>+0x30(%rsp)
;;   movzbq <offset:1>+0x30(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x20(%rsp)
;;   movzbq <offset:1>+0x31(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x21(%rsp)
;;   movzbq <offset:1>+0x32(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x22(%rsp)
;;   movzbq <offset:1>+0x33(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x23(%rsp)
;;   movzbq <offset:1>+0x34(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x24(%rsp)
;;   movzbq <offset:1>+0x35(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x25(%rsp)
;;   movzbq <offset:1>+0x36(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x26(%rsp)
;;   movzbq <offset:1>+0x37(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x27(%rsp)
;;   movzbq <offset:1>+0x38(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x28(%rsp)
;;   movzbq <offset:1>+0x39(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x29(%rsp)
;;   movzbq <offset:1>+0x3a(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x2a(%rsp)
;;   movzbq <offset:1>+0x3b(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x2b(%rsp)
;;   movzbq <offset:1>+0x3c(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x2c(%rsp)
;;   movzbq <offset:1>+0x3d(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x2d(%rsp)
;;   movzbq <offset:1>+0x3e(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rcx
;;   movb %cl, <offset:1>+0x2e(%rsp)
;;   movzbq <offset:1>+0x3f(%rsp), %rcx
;;   movzbq (%rax, %rcx), %rax
;;   movb %al, <offset:1>+0x2f(%rsp)
;;   movdqu <offset:1>+0x20(%rsp), %xmm0
;;   jmp     label1
;; block1:
;;   addq $0x40, %rsp
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (i32x4.relaxed_trunc_f32x4_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   cvttps2dq %xmm0, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 2 (f32x4.relaxed_madd)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   mulps %xmm1, %xmm0
;;   addps %xmm2, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 3 (f32x4.relaxed_nmadd)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   mulps %xmm1, %xmm0
;;   movdqa %xmm0, %xmm1
;;   movdqa %xmm2, %xmm0
;;   subps %xmm1, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 4 (i16x8.relaxed_laneselect)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   pand %xmm2, %xmm0
;;   movdqa %xmm0, %xmm7
;;   pandn %xmm1, %xmm2
;;   movdqa %xmm7, %xmm1
;;   movdqa %xmm2, %xmm0
;;   por %xmm1, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 5 (f32x4.relaxed_min)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   movdqa %xmm0, %xmm5
;;   movdqa %xmm1, %xmm0
;;   minps %xmm5, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 6 (i16x8.relaxed_q15mulr_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   movdqa %xmm0, %xmm2
;;   pmullw %xmm1, %xmm2
;;   pmulhw %xmm1, %xmm0
;;   movdqa %xmm2, %xmm1
;;   punpcklwd %xmm0, %xmm1
;;   movdqa %xmm1, %xmm3
;;   punpckhwd %xmm0, %xmm2
;;   movdqu (%rip), %xmm1
;;   movdqa %xmm3, %xmm0
;;   paddd %xmm1, %xmm0
;;   paddd %xmm1, %xmm2
;;   psrad $0xf, %xmm0
;;   psrad $0xf, %xmm2
;;   packssdw %xmm2, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 7 (i16x8.relaxed_dot_i8x16_i7x16_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movdqa %xmm0, %xmm3
;;   jmp     label1
;; block1:
;;   movdqa %xmm3, %xmm2
;;   movdqa %xmm2, %xmm0
;;   psllw $0x8, %xmm0
;;   psraw $0x8, %xmm0
;;   movdqa %xmm1, %xmm2
;;   psllw $0x8, %xmm2
;;   psraw $0x8, %xmm2
;;   pmullw %xmm2, %xmm0
;;   movdqa %xmm3, %xmm2
;;   psraw $0x8, %xmm2
;;   psraw $0x8, %xmm1
;;   pmullw %xmm1, %xmm2
;;   paddsw %xmm2, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 8 (i32x4.relaxed_dot_i8x16_i7x16_add_s)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movdqa %xmm0, %xmm4
;;   jmp     label1
;; block1:
;;   movdqa %xmm4, %xmm3
;;   movdqa %xmm3, %xmm0
;;   psllw $0x8, %xmm0
;;   psraw $0x8, %xmm0
;;   movdqa %xmm1, %xmm3
;;   psllw $0x8, %xmm3
;;   psraw $0x8, %xmm3
;;   pmullw %xmm3, %xmm0
;;   movdqa %xmm4, %xmm3
;;   psraw $0x8, %xmm3
;;   psraw $0x8, %xmm1
;;   pmullw %xmm1, %xmm3
;;   paddsw %xmm3, %xmm0
;;   pmaddwd (%rip), %xmm0
;;   paddd %xmm2, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
