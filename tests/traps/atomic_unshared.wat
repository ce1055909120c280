;;! build: --invoke wait
;;! run: 0 0
;;! run: 0 1
;;! run: 1 0
;;! run: 1 65536
;; On a memory that is not shared, atomic accesses work, notifying wakes no thread (1), and waiting traps (0).
(module
  (memory 1)
  (func (export "wait") (param $what i32) (param $address i32) (result i32)
    (drop (i32.atomic.rmw.add (local.get $address) (i32.const 0)))
    (if (result i32) (local.get $what)
      (then (memory.atomic.notify (local.get $address) (i32.const 1)))
      (else (memory.atomic.wait32 (local.get $address) (i32.const 0) (i64.const 0))))))

;; $ atomic_unshared 0 0
;; wasm trap: expected shared memory
;; wasm backtrace:
;;     0: 0x45 - <wasm function 0>
;; [status 134]
;; $ atomic_unshared 0 1
;; wasm trap: unaligned atomic
;; wasm backtrace:
;;     0: 0x2d - <wasm function 0>
;; [status 134]
;; $ atomic_unshared 1 0
;; 0
;; $ atomic_unshared 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x2d - <wasm function 0>
;; [status 134]
