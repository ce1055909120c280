;; Output that was written before a trap is complete.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\08\00\00\00\0f\00\00\00so far so good\0a")
  (func $main (export "_start")
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 100)))
    (unreachable)))

;; $ output_before
;; so far so good
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x6a - main
;; [status 134]
