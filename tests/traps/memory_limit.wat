;;! build: --max-memory 128K --invoke load
;;! run: 1 131071
;;! run: 2 65536
;; --max-memory lets memory.grow fail before the maximum of the module.
(module
  (memory 1 10)
  (func $load (export "load") (param $pages i32) (param $index i32) (result i32)
    (i32.add (memory.grow (local.get $pages)) (i32.load8_u (local.get $index)))))

;; $ memory_limit 1 131071
;; 1
;; $ memory_limit 2 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x30 - load
;; [status 134]
