;;! build: --invoke descend
;;! run: 61
;;! run: 62
;;! run: 100
;; A backtrace of up to 64 frames is shown whole, of a longer one both ends.
(module
  (func $descend (export "descend") (param i32)
    (if (i32.eqz (local.get 0)) (then (unreachable)))
    (call $descend (i32.sub (local.get 0) (i32.const 1)))))
