;;! build: --invoke load
;;! run: 0 0
;;! run: 15 0
;;! run: 16 0
;;! run: 19 0
;;! run: 15 65536
;;! run: 16 65536
;;! run: 19 65535
;;! run: 19 -1
;; More memories than have guard pages: the last ones are compared, whatever the build has. Each starts with its number.
(module
  (memory $m0 1) (data (memory $m0) (i32.const 0) "\00")
  (memory $m1 1) (data (memory $m1) (i32.const 0) "\01")
  (memory $m2 1) (data (memory $m2) (i32.const 0) "\02")
  (memory $m3 1) (data (memory $m3) (i32.const 0) "\03")
  (memory $m4 1) (data (memory $m4) (i32.const 0) "\04")
  (memory $m5 1) (data (memory $m5) (i32.const 0) "\05")
  (memory $m6 1) (data (memory $m6) (i32.const 0) "\06")
  (memory $m7 1) (data (memory $m7) (i32.const 0) "\07")
  (memory $m8 1) (data (memory $m8) (i32.const 0) "\08")
  (memory $m9 1) (data (memory $m9) (i32.const 0) "\09")
  (memory $m10 1) (data (memory $m10) (i32.const 0) "\0a")
  (memory $m11 1) (data (memory $m11) (i32.const 0) "\0b")
  (memory $m12 1) (data (memory $m12) (i32.const 0) "\0c")
  (memory $m13 1) (data (memory $m13) (i32.const 0) "\0d")
  (memory $m14 1) (data (memory $m14) (i32.const 0) "\0e")
  (memory $m15 1) (data (memory $m15) (i32.const 0) "\0f")
  (memory $m16 1) (data (memory $m16) (i32.const 0) "\10")
  (memory $m17 1) (data (memory $m17) (i32.const 0) "\11")
  (memory $m18 1) (data (memory $m18) (i32.const 0) "\12")
  (memory $m19 1) (data (memory $m19) (i32.const 0) "\13")
  (func $load (export "load") (param $memory i32) (param $index i32) (result i32)
    (block $19 (block $18 (block $17 (block $16 (block $15 (block $14 (block $13 (block $12 (block $11 (block $10 (block $9 (block $8 (block $7 (block $6 (block $5 (block $4 (block $3 (block $2 (block $1 (block $0
      (br_table $0 $1 $2 $3 $4 $5 $6 $7 $8 $9 $10 $11 $12 $13 $14 $15 $16 $17 $18 $19 (local.get $memory)))
      (return (i32.load8_u $m0 (local.get $index))))
      (return (i32.load8_u $m1 (local.get $index))))
      (return (i32.load8_u $m2 (local.get $index))))
      (return (i32.load8_u $m3 (local.get $index))))
      (return (i32.load8_u $m4 (local.get $index))))
      (return (i32.load8_u $m5 (local.get $index))))
      (return (i32.load8_u $m6 (local.get $index))))
      (return (i32.load8_u $m7 (local.get $index))))
      (return (i32.load8_u $m8 (local.get $index))))
      (return (i32.load8_u $m9 (local.get $index))))
      (return (i32.load8_u $m10 (local.get $index))))
      (return (i32.load8_u $m11 (local.get $index))))
      (return (i32.load8_u $m12 (local.get $index))))
      (return (i32.load8_u $m13 (local.get $index))))
      (return (i32.load8_u $m14 (local.get $index))))
      (return (i32.load8_u $m15 (local.get $index))))
      (return (i32.load8_u $m16 (local.get $index))))
      (return (i32.load8_u $m17 (local.get $index))))
      (return (i32.load8_u $m18 (local.get $index))))
    (i32.load8_u $m19 (local.get $index))))

;; $ memories_many 0 0
;; 0
;; $ memories_many 15 0
;; 15
;; $ memories_many 16 0
;; 16
;; $ memories_many 19 0
;; 19
;; $ memories_many 15 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x10b - load
;; [status 134]
;; $ memories_many 16 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x113 - load
;; [status 134]
;; $ memories_many 19 65535
;; 0
;; $ memories_many 19 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x12b - load
;; [status 134]
