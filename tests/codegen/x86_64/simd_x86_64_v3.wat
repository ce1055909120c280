;;! build: --cpu x86-64-v3
;; Vectors where there is AVX2: three operands, and single instructions for operations that take several in simd_baseline.wat.
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
;;   vpaddd %xmm1, %xmm0, %xmm0
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
;;   jmp     label1
;; block1:
;;   vpmulld %xmm1, %xmm0, %xmm0
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
;; block0:
;;   jmp     label1
;; block1:
;;   vpaddusb (%rip), %xmm1, %xmm4
;;   vpshufb %xmm4, %xmm0, %xmm0
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
;;   vroundpd $0x1, %xmm0, %xmm0
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
;;   vmovdqu 0x10000020(%rsi), %xmm0
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
;;   vmovd %esi, %xmm6
;;   vandnps %xmm0, %xmm6, %xmm0
;;   vandps %xmm1, %xmm6, %xmm1
;;   vorps %xmm1, %xmm0, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
