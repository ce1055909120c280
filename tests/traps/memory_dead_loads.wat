;;! build: --invoke dead
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
;;! run: 5
;; A load out of bounds traps also if its result is not used: it is dropped, overwritten, multiplied by zero, loaded a
;; second time, or known from a store before.
(module
  (memory 1)
  (func $dead (export "dead") (param $how i32) (result i32)
    (local $value i32)
    (block $stored (block $again (block $zero (block $overwritten (block $dropped (block $alive
      (br_table $alive $dropped $overwritten $zero $again $stored (local.get $how)))
      (return (i32.load (i32.const 65532))))
      (drop (i32.load (i32.const 65533))) (return (i32.const 1)))
      (local.set $value (i32.load (i32.const 65533))) (local.set $value (i32.const 2)) (return (local.get $value)))
      (return (i32.mul (i32.load (i32.const 65533)) (i32.const 0))))
      (drop (i64.load (i32.const 65529))) (return (i32.wrap_i64 (i64.load (i32.const 65529)))))
    (i32.store (i32.const 65533) (i32.const 5))
    (i32.load (i32.const 65533))))

;; $ memory_dead_loads 0
;; 0
;; $ memory_dead_loads 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4e - dead
;; [status 134]
;; $ memory_dead_loads 2
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x5a - dead
;; [status 134]
;; $ memory_dead_loads 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6b - dead
;; [status 134]
;; $ memory_dead_loads 4
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x77 - dead
;; [status 134]
;; $ memory_dead_loads 5
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x8b - dead
;; [status 134]
