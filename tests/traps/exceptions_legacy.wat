;; The legacy encoding: each run is a case and prints the result in its comment.
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
(module
  (type $case (func (result i32)))
  (tag $e (param i32))
  (tag $f (param i32))
  (table $cases funcref (elem
    $no_throw $tags $all $rethrown $rethrown_here $rethrown_outer $clause_throws $delegated $delegated_past
    $delegated_to_caller $through_frames $both))
  (func $throw_e (param i32) (result i32) (throw $e (local.get 0)))
  (func $throw_f (param i32) (result i32) (throw $f (local.get 0)))

  ;; 4
  (func $no_throw (type $case)
    try (result i32) (i32.const 4) catch $e catch_all (i32.const 5) end)
  ;; 12
  (func $tags (type $case)
    try (result i32) (call $throw_f (i32.const 2))
    catch $e (i32.add (i32.const 20))
    catch $f (i32.add (i32.const 10))
    catch_all (i32.const 30) end)
  ;; 30
  (func $all (type $case)
    try (result i32) (call $throw_f (i32.const 2)) catch $e catch_all (i32.const 30) end)
  ;; 45: two clauses that only add to a local, and throw on.
  (func $rethrown (type $case)
    try (result i32)
      (call $adds_and_rethrows)
    catch $e
    end
    (i32.add (global.get $added)))
  (global $added (mut i32) (i32.const 0))
  (func $adds_and_rethrows (result i32)
    try (result i32)
      try (result i32)
        (call $throw_e (i32.const 5))
      catch $e
        (global.set $added (i32.add (global.get $added) (i32.const 10)))
        rethrow 0
      end
    catch_all
      (global.set $added (i32.add (global.get $added) (i32.const 30)))
      rethrow 0
    end)
  ;; 6
  (func $rethrown_here (type $case)
    try (result i32)
      try (result i32) (call $throw_e (i32.const 6)) catch_all rethrow 0 end
    catch $f (i32.add (i32.const 100))
    catch $e
    end)
  ;; 8: not what the inner clause has caught.
  (func $rethrown_outer (type $case)
    try (result i32)
      try (result i32)
        (call $throw_e (i32.const 8))
      catch $e
        drop
        try (result i32) (call $throw_e (i32.const 9)) catch $e drop rethrow 1 end
      end
    catch $e
    end)
  ;; 17: what a clause throws is not for its own `try`.
  (func $clause_throws (type $case)
    try (result i32)
      try (result i32)
        (call $throw_e (i32.const 7))
      catch $e
        (call $throw_e)
      catch_all
        (i32.const 99)
      end
    catch $e
      (i32.add (i32.const 10))
    end)
  ;; 21
  (func $delegated (type $case)
    try $outer (result i32)
      try (result i32)
        try (result i32) (call $throw_e (i32.const 1)) delegate $outer
      catch_all
        (i32.const 99)
      end
    catch $e
      (i32.add (i32.const 20))
    end)
  ;; 22: to a block, which is as if thrown after it.
  (func $delegated_past (type $case)
    try (result i32)
      block $b (result i32)
        try (result i32)
          try (result i32) (call $throw_e (i32.const 2)) delegate $b
        catch_all
          (i32.const 99)
        end
      end
    catch $e
      (i32.add (i32.const 20))
    end)
  ;; 3
  (func $delegated_to_caller (type $case)
    try (result i32) (call $delegates) catch $e end)
  (func $delegates (result i32)
    try (result i32)
      try (result i32) (call $throw_e (i32.const 3)) delegate 1
    catch_all
      (i32.const 99)
    end)
  ;; 5000: clean-ups in a thousand frames, as C++ has them.
  (func $through_frames (type $case)
    (global.set $added (i32.const 0))
    try (result i32) (call $cleans (i32.const 1000)) catch $f (i32.add (i32.const 99)) catch $e end
    (i32.add (global.get $added)))
  (func $cleans (param $depth i32) (result i32)
    (if (i32.eqz (local.get $depth)) (then (return (call $throw_e (i32.const 3000)))))
    try (result i32)
      (call $cleans (i32.sub (local.get $depth) (i32.const 1)))
    catch_all
      try (drop (call $throw_f (i32.const 1))) catch $f drop end
      (global.set $added (i32.add (global.get $added) (i32.const 2)))
      rethrow 0
    end)
  ;; 11: one encoding in the other.
  (func $both (type $case)
    (block $h (result i32)
      (try_table (catch $e $h)
        try
          try $outer
            (block $all (try_table (catch_all $all) try (drop (call $throw_e (i32.const 11))) delegate $outer))
            (unreachable)
          catch $f
            drop
          end
        catch_all
          rethrow 0
        end)
      (i32.const 99)))
  (func (export "test") (param i32) (result i32) (call_indirect $cases (type $case) (local.get 0))))

;; $ exceptions_legacy 0
;; 4
;; $ exceptions_legacy 1
;; 12
;; $ exceptions_legacy 2
;; 30
;; $ exceptions_legacy 3
;; 45
;; $ exceptions_legacy 4
;; 6
;; $ exceptions_legacy 5
;; 8
;; $ exceptions_legacy 6
;; 17
;; $ exceptions_legacy 7
;; 21
;; $ exceptions_legacy 8
;; 22
;; $ exceptions_legacy 9
;; 3
;; $ exceptions_legacy 10
;; 5000
;; $ exceptions_legacy 11
;; 11
