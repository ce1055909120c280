;;! build: --invoke access
;;! run: 0 2
;;! run: 0 3
;;! run: 0 -1
;;! run: 1 2
;;! run: 1 3
;;! run: 1 -1
;;! run: 2 4
;;! run: 2 5
;; table.get (0) and table.set (1) of a table of three elements, and table.get after it has grown by two (2).
(module
  (table $table 3 funcref)
  (table $grown 3 funcref)
  (func $access (export "access") (param $what i32) (param $index i32) (result i32)
    (block $grow (block $set (block $get
      (br_table $get $set $grow (local.get $what)))
      (return (ref.is_null (table.get $table (local.get $index)))))
      (table.set $table (local.get $index) (ref.null func)) (return (i32.const 1)))
    (drop (table.grow $grown (ref.null func) (i32.const 2)))
    (ref.is_null (table.get $grown (local.get $index)))))

;; $ table_access 0 2
;; 1
;; $ table_access 0 3
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x3f - access
;; [status 134]
;; $ table_access 0 -1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x3f - access
;; [status 134]
;; $ table_access 1 2
;; 1
;; $ table_access 1 3
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x48 - access
;; [status 134]
;; $ table_access 1 -1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x48 - access
;; [status 134]
;; $ table_access 2 4
;; 1
;; $ table_access 2 5
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x58 - access
;; [status 134]
