;;! build: --invoke access
;;! run: 0 65520
;;! run: 0 65521
;;! run: 1 65520
;;! run: 1 65521
;;! run: 2 65528
;;! run: 2 65529
;;! run: 3 65534
;;! run: 3 65535
;;! run: 4 65532
;;! run: 4 65533
;;! run: 0 -1
;;! run: 1 -16
;; Accesses of vectors at the end of the memory: whole loads and stores, loads that extend, lanes, splats.
(module
  (memory 1)
  (func $access (export "access") (param $what i32) (param $index i32) (result i64)
    (local $vector v128)
    (block $done
      (block $splat (block $lane (block $extend (block $store (block $load
        (br_table $load $store $extend $lane $splat (local.get $what)))
        (local.set $vector (v128.load (local.get $index))) (br $done))
        (v128.store (local.get $index) (v128.const i64x2 -1 -1)) (br $done))
        (local.set $vector (v128.load16x4_s (local.get $index))) (br $done))
        (v128.store16_lane 3 (local.get $index) (v128.const i64x2 -1 -1)) (br $done))
      (local.set $vector (v128.load32_splat (local.get $index))))
    (i64.or (i64x2.extract_lane 0 (local.get $vector)) (i64.load (i32.const 65528)))))

;; $ memory_vectors 0 65520
;; 0
;; $ memory_vectors 0 65521
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x45 - access
;; [status 134]
;; $ memory_vectors 1 65520
;; -1
;; $ memory_vectors 1 65521
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x62 - access
;; [status 134]
;; $ memory_vectors 2 65528
;; 0
;; $ memory_vectors 2 65529
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6b - access
;; [status 134]
;; $ memory_vectors 3 65534
;; -281474976710656
;; $ memory_vectors 3 65535
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x88 - access
;; [status 134]
;; $ memory_vectors 4 65532
;; 0
;; $ memory_vectors 4 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x92 - access
;; [status 134]
;; $ memory_vectors 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x45 - access
;; [status 134]
;; $ memory_vectors 1 -16
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x62 - access
;; [status 134]
