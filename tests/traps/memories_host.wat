;; Pointers of host calls are addresses in the first memory, whatever others there are.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (memory $other 1)
  (data (i32.const 0) "\10\00\00\00\06\00\00\00")
  (data (i32.const 16) "first\0a")
  (data (memory $other) (i32.const 0) "\10\00\00\00\07\00\00\00")
  (data (memory $other) (i32.const 16) "second\0a")
  (func (export "_start")
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (if (i32.ne (i32.load (i32.const 8)) (i32.const 6)) (then unreachable))
    (if (i32.ne (i32.load $other (i32.const 8)) (i32.const 0)) (then unreachable))))

;; $ memories_host
;; first
