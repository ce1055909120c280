;;! build: --invoke wait
;;! run: 0 0
;;! run: 0 1
;;! run: 1 0
;;! run: 1 65536
;; On a memory that is not shared, atomic accesses are what they are, notifying wakes nobody (1), and waiting is a trap (0).
(module
  (memory 1)
  (func (export "wait") (param $what i32) (param $address i32) (result i32)
    (drop (i32.atomic.rmw.add (local.get $address) (i32.const 0)))
    (if (result i32) (local.get $what)
      (then (memory.atomic.notify (local.get $address) (i32.const 1)))
      (else (memory.atomic.wait32 (local.get $address) (i32.const 0) (i64.const 0))))))
