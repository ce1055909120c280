;; Jump tables lie in the function that they belong to, and are relative to it: no relocation.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (func $pick (param i32) (result i32)
    (block (block (block (block (block (block
      (br_table 0 1 2 3 4 5 (local.get 0)))
      (return (i32.const 1)))
      (return (i32.const 2)))
      (return (i32.const 4)))
      (return (i32.const 8)))
      (return (i32.const 16)))
    (i32.const 32))
  (func (export "_start") (local $at i32) (local $sum i32)
    (loop $more
      (local.set $sum (i32.add (local.get $sum) (call $pick (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $more (i32.lt_u (local.get $at) (i32.const 8))))
    (call $exit (local.get $sum))))

;; [status 127]
