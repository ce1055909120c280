;; Constants that no instruction holds lie behind the function that uses them: no relocation.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (func $polynomial (param f64 f32) (result i32)
    (i32.add
      (i32.trunc_f64_s (f64.mul (f64.add (local.get 0) (f64.const 0x1.921fb54442d18p1)) (f64.const 0x1.23456789abcdep3)))
      (i32.trunc_f32_s (f32.mul (local.get 1) (f32.const 0x1.abcdep2)))))
  (func (export "_start")
    (call $exit (i32.and (i32.const 127)
      (i32.xor (call $polynomial (f64.const 2.5) (f32.const 0x1.555554p1))
        (i32.wrap_i64 (i64.rem_u (i64.const 0x123456789abcdef0) (i64.const 0x76543211))))))))

;; [status 29]
