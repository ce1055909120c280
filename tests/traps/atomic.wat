;;! build: --invoke access
;;! run: 0 1
;;! run: 0 65536
;;! run: 1 1
;;! run: 1 65536
;;! run: 2 1
;;! run: 2 65536
;;! run: 3 1
;;! run: 3 65536
;;! run: 4 1
;;! run: 4 65536
;;! run: 5 1
;;! run: 5 65536
;;! run: 6 1
;;! run: 6 65536
;;! run: 7 1
;;! run: 7 65536
;;! run: 0 65535
;;! run: 1 65534
;;! run: 2 65532
;;! run: 3 65528
;;! run: 4 65535
;;! run: 2 4294967292
;;! run: 2 4294967293
;;! run: 5 65532
;;! run: 6 65528
;;! run: 7 65532
;; Atomic accesses of one (0), two (1), four (2) and eight bytes (3), a comparison of one (4), a wait for four (5) and eight (6),
;; and a notification (7): an address that is no multiple of the width traps so, whether or not it is in the memory.
(module
  (memory 1 1 shared)
  (func $one (param i32) (i32.atomic.store8 (local.get 0) (i32.const 1)))
  (func $two (param i32) (drop (i32.atomic.rmw16.xchg_u (local.get 0) (i32.const 1))))
  (func $four (param i32) (drop (i32.atomic.rmw.sub (local.get 0) (i32.const 1))))
  (func $eight (param i32) (drop (i64.atomic.load (local.get 0))))
  (func $compare (param i32) (drop (i32.atomic.rmw8.cmpxchg_u (local.get 0) (i32.const 0) (i32.const 1))))
  (func $wait32 (param i32) (drop (memory.atomic.wait32 (local.get 0) (i32.const 1) (i64.const -1))))
  (func $wait64 (param i32) (drop (memory.atomic.wait64 (local.get 0) (i64.const 1) (i64.const -1))))
  (func $notify (param i32) (drop (memory.atomic.notify (local.get 0) (i32.const 1))))
  (table funcref (elem $one $two $four $eight $compare $wait32 $wait64 $notify))
  (type $access (func (param i32)))
  (func (export "access") (param $what i32) (param $address i32)
    (call_indirect (type $access) (local.get $address) (local.get $what))))

;; $ atomic 0 1
;; $ atomic 0 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x54 - one
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 1 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x5f - two
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x5f - two
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 2 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x6b - four
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 2 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6b - four
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 3 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x75 - eight
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 3 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x75 - eight
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 4 1
;; $ atomic 4 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x83 - compare
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 5 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x91 - wait32
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 5 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x91 - wait32
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 6 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x9f - wait64
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 6 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x9f - wait64
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 7 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xab - notify
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 7 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xab - notify
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 0 65535
;; $ atomic 1 65534
;; $ atomic 2 65532
;; $ atomic 3 65528
;; $ atomic 4 65535
;; $ atomic 2 4294967292
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6b - four
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 2 4294967293
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x6b - four
;;     1: 0xb7 - <wasm function 8>
;; [status 134]
;; $ atomic 5 65532
;; $ atomic 6 65528
;; $ atomic 7 65532
