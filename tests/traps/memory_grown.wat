;;! build: --invoke load
;;! run: 0 65535
;;! run: 0 65536
;;! run: 1 131071
;;! run: 1 131072
;;! run: 2 196604
;;! run: 2 196608
;;! run: 3 65536
;;! run: 3 0
;;! run: -1 65536
;; The bounds grow with the memory, but not if memory.grow fails: this memory has at most three pages. The
;; result is computed from that of memory.grow, in millions, the size in pages, in thousands, and the byte, which is 0 in new
;; pages.
(module
  (memory 1 3)
  (data (i32.const 0) "\ff")
  (func $load (export "load") (param $pages i32) (param $index i32) (result i32)
    (i32.add
      (i32.mul (memory.grow (local.get $pages)) (i32.const 1000000))
      (i32.add (i32.mul (memory.size) (i32.const 1000)) (i32.load8_u (local.get $index))))))

;; $ memory_grown 0 65535
;; 1001000
;; $ memory_grown 0 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3b - load
;; [status 134]
;; $ memory_grown 1 131071
;; 1002000
;; $ memory_grown 1 131072
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3b - load
;; [status 134]
;; $ memory_grown 2 196604
;; 1003000
;; $ memory_grown 2 196608
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3b - load
;; [status 134]
;; $ memory_grown 3 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3b - load
;; [status 134]
;; $ memory_grown 3 0
;; -998745
;; $ memory_grown -1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3b - load
;; [status 134]
