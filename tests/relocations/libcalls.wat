;;! relocation: x86_64 R_X86_64_PLT32 *
;; Calls that Cranelift makes by itself: baseline x86-64 has no instruction that rounds. Other processors have one and need no call.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (func $sum (param f64 f32) (result i32)
    (i32.add
      (i32.trunc_f64_s (f64.add (f64.add (f64.ceil (local.get 0)) (f64.floor (local.get 0)))
        (f64.add (f64.trunc (local.get 0)) (f64.nearest (local.get 0)))))
      (i32.trunc_f32_s (f32.add (f32.add (f32.ceil (local.get 1)) (f32.floor (local.get 1)))
        (f32.add (f32.trunc (local.get 1)) (f32.nearest (local.get 1)))))))
  (func (export "_start") (call $exit (call $sum (f64.const 2.5) (f32.const 3.5)))))

;; [status 23]
