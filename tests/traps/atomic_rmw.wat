;;! build: --invoke access
;;! run: 0 1
;;! run: 1 1
;;! run: 2 65536
;;! run: 3 1
;;! run: 4 65536
;;! run: 5 1
;;! run: 6 1
;;! run: 7 1
;;! run: 8 1
;;! run: 9 65536
;;! run: 10 1
;;! run: 11 65536
;;! run: 12 1
;;! run: 13 1
;;! run: 14 1
;;! run: 15 1
;;! run: 16 65536
;;! run: 17 1
;;! run: 18 65536
;;! run: 19 1
;;! run: 20 1
;;! run: 21 1
;;! run: 22 1
;;! run: 23 65536
;;! run: 24 1
;;! run: 25 65536
;;! run: 26 1
;;! run: 27 1
;;! run: 28 1
;;! run: 29 1
;;! run: 30 65536
;;! run: 31 1
;;! run: 32 65536
;;! run: 33 1
;;! run: 34 1
;;! run: 35 1
;;! run: 36 1
;;! run: 37 65536
;;! run: 38 1
;;! run: 39 65536
;;! run: 40 1
;;! run: 41 1
;; Every read, operation and write in one, and its trap: for an unaligned index, or one behind the memory. With guard
;; pages some are loops, and each instruction of the loop has a trap.
(module
  (memory 1)
  (func $i32.atomic.rmw.add (param i32) (drop (i32.atomic.rmw.add (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw.add (param i32) (drop (i64.atomic.rmw.add (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw8.add_u (param i32) (drop (i32.atomic.rmw8.add_u (local.get 0) (i32.const 3))))
  (func $i32.atomic.rmw16.add_u (param i32) (drop (i32.atomic.rmw16.add_u (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw8.add_u (param i32) (drop (i64.atomic.rmw8.add_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw16.add_u (param i32) (drop (i64.atomic.rmw16.add_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw32.add_u (param i32) (drop (i64.atomic.rmw32.add_u (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw.sub (param i32) (drop (i32.atomic.rmw.sub (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw.sub (param i32) (drop (i64.atomic.rmw.sub (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw8.sub_u (param i32) (drop (i32.atomic.rmw8.sub_u (local.get 0) (i32.const 3))))
  (func $i32.atomic.rmw16.sub_u (param i32) (drop (i32.atomic.rmw16.sub_u (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw8.sub_u (param i32) (drop (i64.atomic.rmw8.sub_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw16.sub_u (param i32) (drop (i64.atomic.rmw16.sub_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw32.sub_u (param i32) (drop (i64.atomic.rmw32.sub_u (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw.and (param i32) (drop (i32.atomic.rmw.and (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw.and (param i32) (drop (i64.atomic.rmw.and (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw8.and_u (param i32) (drop (i32.atomic.rmw8.and_u (local.get 0) (i32.const 3))))
  (func $i32.atomic.rmw16.and_u (param i32) (drop (i32.atomic.rmw16.and_u (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw8.and_u (param i32) (drop (i64.atomic.rmw8.and_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw16.and_u (param i32) (drop (i64.atomic.rmw16.and_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw32.and_u (param i32) (drop (i64.atomic.rmw32.and_u (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw.or (param i32) (drop (i32.atomic.rmw.or (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw.or (param i32) (drop (i64.atomic.rmw.or (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw8.or_u (param i32) (drop (i32.atomic.rmw8.or_u (local.get 0) (i32.const 3))))
  (func $i32.atomic.rmw16.or_u (param i32) (drop (i32.atomic.rmw16.or_u (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw8.or_u (param i32) (drop (i64.atomic.rmw8.or_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw16.or_u (param i32) (drop (i64.atomic.rmw16.or_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw32.or_u (param i32) (drop (i64.atomic.rmw32.or_u (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw.xor (param i32) (drop (i32.atomic.rmw.xor (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw.xor (param i32) (drop (i64.atomic.rmw.xor (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw8.xor_u (param i32) (drop (i32.atomic.rmw8.xor_u (local.get 0) (i32.const 3))))
  (func $i32.atomic.rmw16.xor_u (param i32) (drop (i32.atomic.rmw16.xor_u (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw8.xor_u (param i32) (drop (i64.atomic.rmw8.xor_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw16.xor_u (param i32) (drop (i64.atomic.rmw16.xor_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw32.xor_u (param i32) (drop (i64.atomic.rmw32.xor_u (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw.xchg (param i32) (drop (i32.atomic.rmw.xchg (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw.xchg (param i32) (drop (i64.atomic.rmw.xchg (local.get 0) (i64.const 3))))
  (func $i32.atomic.rmw8.xchg_u (param i32) (drop (i32.atomic.rmw8.xchg_u (local.get 0) (i32.const 3))))
  (func $i32.atomic.rmw16.xchg_u (param i32) (drop (i32.atomic.rmw16.xchg_u (local.get 0) (i32.const 3))))
  (func $i64.atomic.rmw8.xchg_u (param i32) (drop (i64.atomic.rmw8.xchg_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw16.xchg_u (param i32) (drop (i64.atomic.rmw16.xchg_u (local.get 0) (i64.const 3))))
  (func $i64.atomic.rmw32.xchg_u (param i32) (drop (i64.atomic.rmw32.xchg_u (local.get 0) (i64.const 3))))
  (table funcref (elem
    $i32.atomic.rmw.add $i64.atomic.rmw.add $i32.atomic.rmw8.add_u $i32.atomic.rmw16.add_u $i64.atomic.rmw8.add_u
    $i64.atomic.rmw16.add_u $i64.atomic.rmw32.add_u $i32.atomic.rmw.sub $i64.atomic.rmw.sub
    $i32.atomic.rmw8.sub_u $i32.atomic.rmw16.sub_u $i64.atomic.rmw8.sub_u $i64.atomic.rmw16.sub_u
    $i64.atomic.rmw32.sub_u $i32.atomic.rmw.and $i64.atomic.rmw.and $i32.atomic.rmw8.and_u
    $i32.atomic.rmw16.and_u $i64.atomic.rmw8.and_u $i64.atomic.rmw16.and_u $i64.atomic.rmw32.and_u
    $i32.atomic.rmw.or $i64.atomic.rmw.or $i32.atomic.rmw8.or_u $i32.atomic.rmw16.or_u $i64.atomic.rmw8.or_u
    $i64.atomic.rmw16.or_u $i64.atomic.rmw32.or_u $i32.atomic.rmw.xor $i64.atomic.rmw.xor $i32.atomic.rmw8.xor_u
    $i32.atomic.rmw16.xor_u $i64.atomic.rmw8.xor_u $i64.atomic.rmw16.xor_u $i64.atomic.rmw32.xor_u
    $i32.atomic.rmw.xchg $i64.atomic.rmw.xchg $i32.atomic.rmw8.xchg_u $i32.atomic.rmw16.xchg_u
    $i64.atomic.rmw8.xchg_u $i64.atomic.rmw16.xchg_u $i64.atomic.rmw32.xchg_u))
  (type $access (func (param i32)))
  (func (export "access") (param $what i32) (param $address i32)
    (call_indirect (type $access) (local.get $address) (local.get $what))))

;; $ atomic_rmw 0 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x98 - i32.atomic.rmw.add
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 1 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xa4 - i64.atomic.rmw.add
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 2 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xb0 - i32.atomic.rmw8.add_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 3 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xbc - i32.atomic.rmw16.add_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 4 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xc8 - i64.atomic.rmw8.add_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 5 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xd4 - i64.atomic.rmw16.add_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 6 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xe0 - i64.atomic.rmw32.add_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 7 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xec - i32.atomic.rmw.sub
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 8 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0xf8 - i64.atomic.rmw.sub
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 9 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x104 - i32.atomic.rmw8.sub_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 10 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x110 - i32.atomic.rmw16.sub_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 11 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x11c - i64.atomic.rmw8.sub_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 12 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x128 - i64.atomic.rmw16.sub_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 13 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x134 - i64.atomic.rmw32.sub_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 14 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x140 - i32.atomic.rmw.and
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 15 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x14c - i64.atomic.rmw.and
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 16 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x158 - i32.atomic.rmw8.and_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 17 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x164 - i32.atomic.rmw16.and_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 18 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x170 - i64.atomic.rmw8.and_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 19 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x17c - i64.atomic.rmw16.and_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 20 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x188 - i64.atomic.rmw32.and_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 21 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x194 - i32.atomic.rmw.or
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 22 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x1a0 - i64.atomic.rmw.or
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 23 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x1ac - i32.atomic.rmw8.or_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 24 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x1b8 - i32.atomic.rmw16.or_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 25 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x1c4 - i64.atomic.rmw8.or_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 26 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x1d0 - i64.atomic.rmw16.or_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 27 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x1dc - i64.atomic.rmw32.or_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 28 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x1e8 - i32.atomic.rmw.xor
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 29 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x1f4 - i64.atomic.rmw.xor
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 30 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x200 - i32.atomic.rmw8.xor_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 31 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x20c - i32.atomic.rmw16.xor_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 32 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x218 - i64.atomic.rmw8.xor_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 33 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x224 - i64.atomic.rmw16.xor_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 34 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x230 - i64.atomic.rmw32.xor_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 35 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x23c - i32.atomic.rmw.xchg
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 36 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x248 - i64.atomic.rmw.xchg
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 37 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x254 - i32.atomic.rmw8.xchg_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 38 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x260 - i32.atomic.rmw16.xchg_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 39 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x26c - i64.atomic.rmw8.xchg_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 40 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x278 - i64.atomic.rmw16.xchg_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
;; $ atomic_rmw 41 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x284 - i64.atomic.rmw32.xchg_u
;;     1: 0x290 - <wasm function 42>
;; [status 134]
