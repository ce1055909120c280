;;! build: --invoke call
;;! run: 0 0
;;! run: 0 1
;;! run: 1 1
;;! run: 1 2
;;! run: 1000 1000
;;! run: 1000 1001
;; call_indirect of a table that grows, by elements that are a function.
(module
  (table $table 1 2000 funcref)
  (elem declare func $seven)
  (func $seven (result i32) (i32.const 7))
  (func $call (export "call") (param $grow i32) (param $index i32) (result i32)
    (table.set $table (i32.const 0) (ref.func $seven))
    (drop (table.grow $table (ref.func $seven) (local.get $grow)))
    (call_indirect $table (result i32) (local.get $index))))

;; $ call_indirect_growable 0 0
;; 7
;; $ call_indirect_growable 0 1
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x4d - call
;; [status 134]
;; $ call_indirect_growable 1 1
;; 7
;; $ call_indirect_growable 1 2
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x4d - call
;; [status 134]
;; $ call_indirect_growable 1000 1000
;; 7
;; $ call_indirect_growable 1000 1001
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x4d - call
;; [status 134]
