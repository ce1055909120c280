;; Rounding without SSE4.1, in line.
(module
  (func $floor (param f64) (result f64) (f64.floor (local.get 0)))
  (table funcref (elem $floor))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (floor)
;;   pushq %rbp
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   movq %rsp, %rbp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   jmp     label1
;; block1:
;;   uninit  %xmm3
;;   xorpd %xmm3, %xmm3
;;   movsd %xmm0, %xmm3
;;   movupd (%rip), %xmm4
;;   movdqa %xmm4, %xmm1
;;   andnpd %xmm3, %xmm1
;;   movupd (%rip), %xmm2
;;   movdqa %xmm2, %xmm0
;;   cmplepd %xmm1, %xmm0
;;   movdqa %xmm0, %xmm5
;;   addpd %xmm2, %xmm1
;;   subpd %xmm2, %xmm1
;;   movdqa %xmm3, %xmm0
;;   andpd %xmm4, %xmm0
;;   orpd %xmm0, %xmm1
;;   movdqa %xmm3, %xmm2
;;   cmpltpd %xmm1, %xmm2
;;   movupd (%rip), %xmm0
;;   andpd %xmm0, %xmm2
;;   subpd %xmm2, %xmm1
;;   movdqa %xmm3, %xmm0
;;   andpd %xmm4, %xmm0
;;   andnpd %xmm1, %xmm4
;;   orpd %xmm0, %xmm4
;;   movdqa %xmm5, %xmm0
;;   andpd %xmm0, %xmm3
;;   andnpd %xmm4, %xmm0
;;   orpd %xmm3, %xmm0
;;   movq %rbp, %rsp
;;   popq %rbp
;;   retq
