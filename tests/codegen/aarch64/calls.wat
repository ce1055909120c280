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
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   cbz x2, #trap=user13
;;   load_ext_name_near x6, User(userextname0)+0
;;   add x6, x6, x2, UXTW
;;   movz w2, #1
;;   blr x6
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   ret
;;
;;
;; ;; function 1 (return_call)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   add w2, w2, #1
;;   return_call User(userextname0) new_stack_arg_size:0 x2=x2
;;
;;
;; ;; function 2 (return_call_more)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   sub sp, sp, #32
;;   unwind StackAlloc { size: 32 }
;;   ldr fp, [sp, #32]
;;   stp fp, lr, [sp]
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   movz w3, #1
;;   movz w4, #2
;;   movz w5, #3
;;   movz w6, #4
;;   movz w7, #5
;;   movz w10, #6
;;   movz w11, #7
;;   movz w12, #8
;;   movz w13, #9
;;   str w10, [sp, #16]
;;   str w11, [sp, #24]
;;   str w12, [sp, #32]
;;   str w13, [sp, #40]
;;   return_call User(userextname0) new_stack_arg_size:32 x2=x2 x3=x3 x4=x4 x5=x5 x6=x6 x7=x7
;;
;;
;; ;; function 3 (many)
;;   stp fp, lr, [sp, #-16]!
;;   unwind PushFrameRegs { offset_upward_to_caller_sp: 16 }
;;   mov fp, sp
;;   unwind DefineNewFrame { offset_upward_to_caller_sp: 16, offset_downward_to_clobbers: 0 }
;; block0:
;;   ldr w2, [sp, #40]
;;   b label1
;; block1:
;;   ldp fp, lr, [sp], #16
;;   add sp, sp, #32
;;   ret
