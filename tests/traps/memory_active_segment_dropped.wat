;;! build: --invoke init
;;! run: 0
;;! run: 1
;; An active segment is dropped once it is in the memory (core specification, 4.5.4): no byte of it is left for
;; memory.init.
(module
  (memory 1)
  (data $active (i32.const 0) "active")
  (func $init (export "init") (param $count i32)
    (memory.init $active (i32.const 8) (i32.const 0) (local.get $count))))

;; $ memory_active_segment_dropped 0
;; $ memory_active_segment_dropped 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x30 - init
;; [status 134]
