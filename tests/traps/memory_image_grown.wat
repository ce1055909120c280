;;! build: --invoke load
;;! run: 0 65535
;;! run: 1 0
;;! run: 1 65535
;;! run: 1 65536
;;! run: 1 131071
;;! run: 1 131072
;; A memory that data fills to its end, then grown: the new page is zero, and the old one is as it was.
(module
  (memory 1 3)
  (data (i32.const 0) "\01")
  (data (i32.const 4096) "\02")
  (data (i32.const 8192) "\02")
  (data (i32.const 12288) "\02")
  (data (i32.const 16384) "\02")
  (data (i32.const 20480) "\02")
  (data (i32.const 24576) "\02")
  (data (i32.const 28672) "\02")
  (data (i32.const 32768) "\02")
  (data (i32.const 36864) "\02")
  (data (i32.const 40960) "\02")
  (data (i32.const 45056) "\02")
  (data (i32.const 49152) "\02")
  (data (i32.const 53248) "\02")
  (data (i32.const 57344) "\02")
  (data (i32.const 61440) "\02")
  (data (i32.const 65535) "\ff")
  (func $load (export "load") (param $pages i32) (param $index i32) (result i32)
    (drop (memory.grow (local.get $pages)))
    (i32.load8_u (local.get $index))))

;; $ memory_image_grown 0 65535
;; 255
;; $ memory_image_grown 1 0
;; 1
;; $ memory_image_grown 1 65535
;; 255
;; $ memory_image_grown 1 65536
;; 0
;; $ memory_image_grown 1 131071
;; 0
;; $ memory_image_grown 1 131072
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x31 - load
;; [status 134]
