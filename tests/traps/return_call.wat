;; A million tail calls, one of whose functions has arguments on the stack, leave one frame: the backtrace shows the last
;; function and the caller of the first.
(module
  (func $even (param i32) (result i32)
    (if (i32.eqz (local.get 0)) (then (unreachable)))
    (return_call $odd (i32.sub (local.get 0) (i32.const 1)) (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4)
      (i64.const 5) (i64.const 6) (i64.const 7) (i64.const 8) (i64.const 9)))
  (func $odd (param i32 i64 i64 i64 i64 i64 i64 i64 i64 i64) (result i32)
    (return_call $even (i32.sub (local.get 0) (i32.const 1))))
  (func $main (export "_start") (drop (call $even (i32.const 1000000)))))

;; $ return_call
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x3b - even
;;     1: 0x69 - main
;; [status 134]
