;; Element segments are copied before data segments (core specification, 4.5.4), so the access to the table traps.
(module
  (memory 1)
  (data (i32.const 65536) "x")
  (table 1 funcref)
  (elem (i32.const 1) $never)
  (func $never)
  (func (export "_start") (unreachable)))

;; $ start_elements_before_data
;; wasm trap: out of bounds table access
;; wasm backtrace:
;; [status 134]
