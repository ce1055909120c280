;; Each thread is an instance: the start function runs in it, and finds globals, tables and segments in their first state. It
;; traps if it sees a change that an earlier thread made.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (type $number (func (result i32)))
  (global $global (mut i32) (i32.const 7))
  (table $table 2 5 funcref)
  (elem (table $table) (i32.const 0) func $one $two)
  (elem $passive func $two $two)
  (data $bytes "\01\02")
  (func $one (result i32) (i32.const 1))
  (func $two (result i32) (i32.const 2))
  (func $expect (param i32 i32) (if (i32.ne (local.get 0) (local.get 1)) (then unreachable)))
  (func $start
    (call $expect (global.get $global) (i32.const 7))
    (global.set $global (i32.const 8))
    (call $expect (call_indirect $table (type $number) (i32.const 0)) (i32.const 1))
    (table.init $table $passive (i32.const 0) (i32.const 0) (i32.const 2))
    (elem.drop $passive)
    (call $expect (call_indirect $table (type $number) (i32.const 0)) (i32.const 2))
    (call $expect (table.grow $table (ref.func $one) (i32.const 3)) (i32.const 2))
    (call $expect (call_indirect $table (type $number) (i32.const 4)) (i32.const 1))
    (call $expect (table.grow $table (ref.null func) (i32.const 1)) (i32.const -1))
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 2))
    (data.drop $bytes)
    (drop (i32.atomic.rmw.add (i32.const 16) (i32.const 1))))
  (start $start)
  (func (export "wasi_thread_start") (param i32 i32)
    (call $expect (global.get $global) (i32.const 8))
    (global.set $global (local.get 0))
    (if (local.get 1) (then (drop (call $spawn (i32.sub (local.get 1) (i32.const 1)))))
      (else
        (i32.atomic.store (i32.const 20) (i32.const 1))
        (drop (memory.atomic.notify (i32.const 20) (i32.const 1))))))
  (func (export "_start")
    (drop (call $spawn (i32.const 9)))
    (drop (memory.atomic.wait32 (i32.const 20) (i32.const 0) (i64.const -1)))
    (call $expect (i32.atomic.load (i32.const 16)) (i32.const 11))
    (call $expect (global.get $global) (i32.const 8))
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 1))))

;; $ thread_instance
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x160 - <wasm function 6>
;; [status 134]
