;; A data segment that does not fit: the program traps before anything of it runs. There is no function to name.
(module
  (memory 1)
  (data (i32.const 65535) "xy")
  (start $never)
  (func $never (unreachable))
  (func (export "_start") (unreachable)))

;; $ start_data_segment
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;; [status 134]
