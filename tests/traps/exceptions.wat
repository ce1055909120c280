;; Exceptions and the clauses that catch them: each run is a case and prints the result in its comment.
;;! build: --invoke test
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
;;! run: 5
;;! run: 6
;;! run: 7
;;! run: 8
;;! run: 9
;;! run: 10
;;! run: 11
;;! run: 12
;;! run: 13
;;! run: 14
;;! run: 15
;;! run: 16
;;! run: 17
(module
  (type $case (func (result i32)))
  (type $unary (func (param i32) (result i32)))
  (tag $e (param i32))
  (tag $f (param i32 i64))
  (tag $ref (param exnref))
  (tag $empty)
  (global $kept (mut exnref) (ref.null exn))
  (table $exceptions 4 exnref)
  (table $cases funcref (elem
    $nothing_thrown $through_frames $through_indirect $first_clause $inner_before_outer $passes_inner $all
    $locals $operands $loop $in_clause $recursion $global $table $carried $many_arguments $results $both_tags))

  (func $throw_e (param i32) (result i32) (throw $e (local.get 0)))
  (func $throw_f (param i32) (result i32) (throw $f (local.get 0) (i64.const 5000000000)))
  (table $throwers funcref (elem $throw_e $throw_f))
  ;; Some frames, each with something to keep.
  (func $deep (param $depth i32) (param $value i32) (result i32) (local i64)
    (if (i32.eqz (local.get $depth)) (then (return (call $throw_e (local.get $value)))))
    (local.set 2 (i64.extend_i32_u (local.get $depth)))
    (i32.add
      (call $deep (i32.sub (local.get $depth) (i32.const 1)) (local.get $value))
      (i32.wrap_i64 (local.get 2))))

  ;; 42: the end of the instruction is reached.
  (func $nothing_thrown (type $case)
    (block $h (result i32) (try_table (result i32) (catch $e $h) (i32.const 42))))
  ;; 1042
  (func $through_frames (type $case)
    (i32.add (i32.const 1000)
      (block $h (result i32) (try_table (result i32) (catch $e $h) (call $deep (i32.const 10000) (i32.const 42))))))
  ;; 7
  (func $through_indirect (type $case)
    (block $h (result i32)
      (try_table (result i32) (catch $e $h)
        (call_indirect $throwers (type $unary) (i32.const 7) (i32.const 0)))))
  ;; 12: of two clauses for a tag, the first.
  (func $first_clause (type $case)
    (block $second (result i32)
      (block $first (result i32)
        (try_table (result i32) (catch $e $first) (catch $e $second) (call $throw_e (i32.const 2)))
        (return))
      (return (i32.add (i32.const 10))))
    (i32.add (i32.const 20)))
  ;; 13
  (func $inner_before_outer (type $case)
    (block $outer (result i32)
      (try_table (result i32) (catch $e $outer)
        (block $inner (result i32)
          (try_table (result i32) (catch $e $inner) (call $throw_e (i32.const 3)))
          (return))
        (return (i32.add (i32.const 10)))))
    (i32.add (i32.const 20)))
  ;; 24: the inner clause is for another tag.
  (func $passes_inner (type $case)
    (block $outer (result i32)
      (try_table (result i32) (catch $e $outer)
        (block $inner (result i32 i64)
          (try_table (result i32) (catch $f $inner) (call $throw_e (i32.const 4)))
          (return))
        (drop) (return (i32.add (i32.const 10)))))
    (i32.add (i32.const 20)))
  ;; 5
  (func $all (type $case)
    (block $h (try_table (catch_all $h) (drop (call $throw_f (i32.const 0)))))
    (i32.const 5))
  ;; 321: a local has the value that it had when the call threw.
  (func $locals (type $case) (local $x i32)
    (local.set $x (i32.const 1))
    (block $h (result i32)
      (try_table (result i32) (catch $e $h)
        (local.set $x (i32.const 300))
        (drop (call $nothing_thrown))
        (local.set $x (i32.const 321))
        (drop (call $throw_e (i32.const 1)))
        (local.set $x (i32.const 500))
        (i32.const 0)))
    (drop)
    (local.get $x))
  ;; 66: operands below the block stay.
  (func $operands (type $case)
    (i32.const 60)
    (block $h (result i32) (try_table (result i32) (catch $e $h) (i32.add (i32.const 9) (call $throw_e (i32.const 6)))))
    (i32.add))
  ;; 10: a clause whose label is a loop.
  (func $loop (type $case) (local $n i32)
    (i32.const 0)
    (loop $again (param i32) (result i32) (local.set $n)
      (if (i32.ge_s (local.get $n) (i32.const 10)) (then (return (local.get $n))))
      (try_table (result i32) (catch $e $again) (call $throw_e (i32.add (local.get $n) (i32.const 1))))))
  ;; 77: what a clause throws is for the clauses around it.
  (func $in_clause (type $case)
    (block $outer (result i32)
      (try_table (result i32) (catch $e $outer)
        (block $inner (result i32)
          (try_table (result i32) (catch $e $inner) (call $throw_e (i32.const 7)))
          (return))
        (i32.add (i32.const 70))
        (call $throw_e))))
  ;; 5050: calls from what follows a clause, which throw and catch themselves.
  (func $recursion (type $case) (call $sum (i32.const 100)))
  (func $sum (param i32) (result i32)
    (if (i32.eqz (local.get 0)) (then (return (i32.const 0))))
    (block $h (result i32)
      (try_table (result i32) (catch $e $h) (call $throw_e (i32.sub (local.get 0) (i32.const 1)))))
    (call $sum)
    (i32.add (local.get 0)))
  ;; 18: a reference in a global, thrown again by another function.
  (func $global (type $case)
    (block $h (result i32 exnref) (try_table (catch_ref $e $h) (drop (call $throw_e (i32.const 9)))) (unreachable))
    (global.set $kept)
    (block $again (result i32) (try_table (catch $e $again) (call $throw_kept)) (unreachable))
    (i32.add))
  (func $throw_kept (throw_ref (global.get $kept)))
  ;; 3: references in a table are those that were put there.
  (func $table (type $case)
    (table.set $exceptions (i32.const 2) (call $caught (i32.const 3)))
    (table.set $exceptions (i32.const 1) (call $caught (i32.const 4)))
    (if (i32.eqz (ref.is_null (table.get $exceptions (i32.const 0)))) (then (return (i32.const -1))))
    (block $h (result i32)
      (try_table (catch $e $h) (throw_ref (table.get $exceptions (i32.const 2)))) (unreachable)))
  (func $caught (param i32) (result exnref)
    (block $h (result exnref) (try_table (catch_all_ref $h) (drop (call $throw_e (local.get 0)))) (unreachable)))
  ;; 31: an exception that carries another.
  (func $carried (type $case) (local $x exnref)
    (block $h (result exnref)
      (try_table (catch $ref $h) (call $throw_carrier (call $caught (i32.const 31)))) (unreachable))
    (local.set $x)
    (block $inner (result i32) (try_table (catch $e $inner) (throw_ref (local.get $x))) (unreachable)))
  (func $throw_carrier (param exnref) (throw $ref (local.get 0)))
  ;; 136: arguments on the stack.
  (func $many_arguments (type $case)
    (block $h (result i32)
      (try_table (result i32) (catch $e $h)
        (call $sum_and_throw
          (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5) (i64.const 6) (i64.const 7) (i64.const 8)
          (i64.const 9) (i64.const 10) (i64.const 11) (i64.const 12) (i64.const 13) (i64.const 14) (i64.const 15)
          (i64.const 16)))))
  (func $sum_and_throw
    (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64) (result i32)
    (call $throw_e (i32.wrap_i64
      (i64.add (i64.add (i64.add (i64.add (local.get 0) (local.get 1)) (i64.add (local.get 2) (local.get 3)))
        (i64.add (i64.add (local.get 4) (local.get 5)) (i64.add (local.get 6) (local.get 7))))
        (i64.add (i64.add (i64.add (local.get 8) (local.get 9)) (i64.add (local.get 10) (local.get 11)))
        (i64.add (i64.add (local.get 12) (local.get 13)) (i64.add (local.get 14) (local.get 15))))))))
  ;; 123456: results on the stack, of a call that could have thrown.
  (func $results (type $case)
    (block $h (result i32)
      (try_table (result i32) (catch $e $h)
        (call $six (i32.const 0))
        (i32.add) (i32.add) (i32.add) (i32.add) (i32.add))))
  (func $six (param i32) (result i32 i32 i32 i32 i32 i32)
    (if (local.get 0) (then (drop (call $throw_e (i32.const 1)))))
    (i32.const 100000) (i32.const 20000) (i32.const 3000) (i32.const 400) (i32.const 50) (i32.const 6))
  ;; 215: two tags, the second with two values.
  (func $both_tags (type $case)
    (i32.add (call $either (i32.const 0)) (call $either (i32.const 1))))
  (func $either (param i32) (result i32)
    (block $of_f (result i32 i64)
      (block $of_e (result i32)
        (try_table (catch $e $of_e) (catch $f $of_f)
          (drop (call_indirect $throwers (type $unary) (i32.const 100) (local.get 0))))
        (unreachable))
      (return))
    (i64.const 5000000000) (i64.eq)
    (i32.add (i32.const 14))
    (i32.add))

  (func (export "test") (param i32) (result i32) (call_indirect $cases (type $case) (local.get 0))))

;; $ exceptions 0
;; 42
;; $ exceptions 1
;; 1042
;; $ exceptions 2
;; 7
;; $ exceptions 3
;; 12
;; $ exceptions 4
;; 13
;; $ exceptions 5
;; 24
;; $ exceptions 6
;; 5
;; $ exceptions 7
;; 321
;; $ exceptions 8
;; 66
;; $ exceptions 9
;; 10
;; $ exceptions 10
;; 77
;; $ exceptions 11
;; 5050
;; $ exceptions 12
;; 18
;; $ exceptions 13
;; 3
;; $ exceptions 14
;; 31
;; $ exceptions 15
;; 136
;; $ exceptions 16
;; 123456
;; $ exceptions 17
;; 215
