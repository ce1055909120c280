;; Each memory grows by itself, and all keep their contents. The last access is one byte beyond the end.
(module
  (memory $one 1)
  (memory $two 1 (pagesize 1))
  (memory $three i64 1)
  (data (memory $one) (i32.const 0) "\01")
  (data (memory $two) (i32.const 0) "\02")
  (data (memory $three) (i64.const 0) "\03")
  (func $check (param i32) (if (i32.eqz (local.get 0)) (then unreachable)))
  (func (export "_start")
    (local $count i32)
    (loop $again
      (call $check (i32.eq (memory.grow $one (i32.const 1)) (i32.add (local.get $count) (i32.const 1))))
      (call $check (i32.eq (memory.grow $two (i32.const 1)) (i32.add (local.get $count) (i32.const 1))))
      (call $check (i64.eq (memory.grow $three (i64.const 1))
        (i64.extend_i32_u (i32.add (local.get $count) (i32.const 1)))))
      (local.set $count (i32.add (local.get $count) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $count) (i32.const 100))))
    (call $check (i32.eq (memory.size $one) (i32.const 101)))
    (call $check (i32.eq (memory.size $two) (i32.const 101)))
    (call $check (i64.eq (memory.size $three) (i64.const 101)))
    (call $check (i32.eq (i32.load $one (i32.const 0)) (i32.const 1)))
    (call $check (i32.eq (i32.load $two (i32.const 0)) (i32.const 2)))
    (call $check (i32.eq (i32.load $three (i64.const 0)) (i32.const 3)))
    (call $check (i32.eqz (i32.load $one (i32.const 6619132))))
    (call $check (i32.eqz (i32.load $two (i32.const 97))))
    (call $check (i32.eqz (i32.load $three (i64.const 6619132))))
    (drop (i32.load $two (i32.const 98)))))

;; $ memories_grow
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xd3 - <wasm function 1>
;; [status 134]
