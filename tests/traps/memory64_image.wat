;;! build: --invoke load
;;! run: 4294967296
;;! run: 4294967303
;;! run: 4295032824
;;! run: 0
;;! run: 4295032832
;; Data segments beyond 4 GiB, the last of them at the end of a memory that starts with one page more than that.
(module
  (memory i64 65537)
  (data (i64.const 0x100000000) "\01\02\03\04\05\06\07\08")
  (data (i64.const 0x10000fff8) "\11\12\13\14\15\16\17\18")
  (func $load (export "load") (param $index i64) (result i32) (i32.load8_u (local.get $index))))

;; $ memory64_image 4294967296
;; 1
;; $ memory64_image 4294967303
;; 8
;; $ memory64_image 4295032824
;; 17
;; $ memory64_image 0
;; 0
;; $ memory64_image 4295032832
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x2c - load
;; [status 134]
