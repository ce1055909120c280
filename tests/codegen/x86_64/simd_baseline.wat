;;! build: --cpu baseline
;; Vectors on any x86-64: SSE2 only, so no instruction shuffles bytes, rounds, or multiplies 32-bit lanes.
(module
  (memory 1)
  (func $add (param v128 v128) (result v128) (i32x4.add (local.get 0) (local.get 1)))
  (func $mul (param v128 v128) (result v128) (i32x4.mul (local.get 0) (local.get 1)))
  (func $swizzle (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))
  (func $floor (param v128) (result v128) (f64x2.floor (local.get 0)))
  (func $load (param i32) (result v128) (v128.load offset=32 (local.get 0)))
  (func $copysign (param f32 f32) (result f32) (f32.copysign (local.get 0) (local.get 1)))
  (table funcref (elem $add $mul $swizzle $floor $load $copysign))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   paddd %xmm1, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 1 (mul)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movdqa %xmm1, %xmm2
;;   jmp     label1
;; block1:
;;   pshufd $0x31, %xmm0, %xmm1
;;   pshufd $0x31, %xmm2, %xmm6
;;   pmuludq %xmm2, %xmm0
;;   pshufd $0x8, %xmm0, %xmm0
;;   pmuludq %xmm6, %xmm1
;;   pshufd $0x8, %xmm1, %xmm1
;;   punpckldq %xmm1, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 2 (swizzle)
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
;; ;; function 3 (floor)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   movupd (%rip), %xmm1
;;   movdqa %xmm1, %xmm2
;;   andnpd %xmm0, %xmm2
;;   movdqa %xmm0, %xmm4
;;   movupd (%rip), %xmm3
;;   movdqa %xmm3, %xmm0
;;   cmplepd %xmm2, %xmm0
;;   addpd %xmm3, %xmm2
;;   subpd %xmm3, %xmm2
;;   movdqa %xmm4, %xmm3
;;   andpd %xmm1, %xmm4
;;   orpd %xmm4, %xmm2
;;   movdqa %xmm3, %xmm4
;;   cmpltpd %xmm2, %xmm4
;;   movupd (%rip), %xmm5
;;   andpd %xmm5, %xmm4
;;   subpd %xmm4, %xmm2
;;   movdqa %xmm3, %xmm4
;;   andpd %xmm1, %xmm4
;;   andnpd %xmm2, %xmm1
;;   orpd %xmm4, %xmm1
;;   andpd %xmm0, %xmm3
;;   andnpd %xmm1, %xmm0
;;   orpd %xmm3, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 4 (load)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movl %edi, %esi
;;   movdqu 0x10000020(%rsi), %xmm0
;;   jmp     label1
;; block1:
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
;;
;;
;; ;; function 5 (copysign)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   movl $0x80000000, %esi
;;   movd %esi, %xmm2
;;   movdqa %xmm0, %xmm3
;;   movdqa %xmm2, %xmm0
;;   andnps %xmm3, %xmm0
;;   andps %xmm1, %xmm2
;;   orps %xmm2, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
