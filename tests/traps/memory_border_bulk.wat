;;! build: --invoke mistakes
;;! run: 65520 65520
;;! run: 0 0
;;! run: 0 65520
;;! run: 65520 0
;;! run: 131016 65516
;; memory.copy, memory.fill and memory.init around the address 65536 and at 0. A run takes a first source and a first
;; destination, and tries 24 of each with several counts, so that ranges overlap in both directions. The last run ends
;; at the end of the memory. The result is the number of wrong bytes.
(module
  (memory 2)
  (data $numbers "\a1\a2\a3\a4\a5\a6\a7\a8\a9\aa\ab\ac\ad\ae\af\b0\b1\b2\b3\b4\b5\b6\b7\b8\b9\ba\bb\bc\bd\be\bf\c0")
  (global $mistakes (mut i32) (i32.const 0))

  ;; The byte at each address before an operation.
  (func $before (param $address i32) (result i32)
    (i32.and (i32.const 0xff) (i32.mul (i32.const 37) (i32.add (local.get $address) (i32.shr_u (local.get $address) (i32.const 8))))))
  (func $prepare (param $first i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $first) (i32.const 56)))
    (loop $each
      (i32.store8 (local.get $first) (call $before (local.get $first)))
      (local.set $first (i32.add (local.get $first) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $first) (local.get $end)))))
  (func $expect (param $address i32) (param $byte i32)
    (global.set $mistakes (i32.add (global.get $mistakes)
      (i32.ne (i32.load8_u (local.get $address)) (local.get $byte)))))

  (func $try (param $source i32) (param $destination i32) (param $count i32)
    (local $index i32) (local $address i32)
    (memory.copy (local.get $destination) (local.get $source) (local.get $count))
    (loop $each
      (local.set $address (i32.add (local.get $destination) (local.get $index)))
      (call $expect (local.get $address) (if (result i32) (i32.lt_u (local.get $index) (local.get $count))
        (then (call $before (i32.add (local.get $source) (local.get $index))))
        (else (call $before (local.get $address)))))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $index) (i32.const 32))))
    (memory.fill (local.get $destination) (local.get $count) (local.get $count))
    (memory.init $numbers (local.get $source) (i32.const 0) (local.get $count))
    (local.set $index (i32.const 0))
    (loop $each
      (if (i32.lt_u (local.get $index) (local.get $count)) (then
        (call $expect (i32.add (local.get $source) (local.get $index)) (i32.add (local.get $index) (i32.const 0xa1)))
        ;; What the fill left of the destination.
        (local.set $address (i32.add (local.get $destination) (local.get $index)))
        (if (i32.ge_u (i32.sub (local.get $address) (local.get $source)) (local.get $count))
          (then (call $expect (local.get $address) (local.get $count))))))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $index) (i32.const 32)))))

  (func (export "mistakes") (param $source i32) (param $destination i32) (result i32)
    (local $from i32) (local $to i32) (local $count i32)
    (local.set $from (local.get $source))
    (loop $sources
      (local.set $to (local.get $destination))
      (loop $destinations
        (local.set $count (i32.const 0))
        (loop $counts
          (call $prepare (local.get $source))
          (call $prepare (local.get $destination))
          (call $try (local.get $from) (local.get $to) (local.get $count))
          (local.set $count (i32.add (local.get $count) (i32.const 8)))
          (br_if $counts (i32.le_u (local.get $count) (i32.const 32))))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br_if $destinations (i32.lt_u (local.get $to) (i32.add (local.get $destination) (i32.const 24)))))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br_if $sources (i32.lt_u (local.get $from) (i32.add (local.get $source) (i32.const 24)))))
    (global.get $mistakes)))

;; $ memory_border_bulk 65520 65520
;; 0
;; $ memory_border_bulk 0 0
;; 0
;; $ memory_border_bulk 0 65520
;; 0
;; $ memory_border_bulk 65520 0
;; 0
;; $ memory_border_bulk 131016 65516
;; 0
