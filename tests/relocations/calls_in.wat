;; Calls between functions, forward and back: they are resolved by the compiler, and no relocation is left.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (func $even (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 1)) (else (call $odd (i32.sub (local.get 0) (i32.const 1))))))
  (func $last (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 40)) (else (call $last (i32.sub (local.get 0) (i32.const 1))))))
  (func (export "_start")
    (call $exit (i32.add (call $even (i32.const 10)) (call $last (i32.const 100)))))
  (func $odd (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 0)) (else (call $even (i32.sub (local.get 0) (i32.const 1)))))))

;; [status 41]
