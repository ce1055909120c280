;; A null is not thrown, whatever catches.
(module
  (tag $e)
  (func $rethrow (param exnref) (block $h (try_table (catch $e $h) (catch_all $h) (throw_ref (local.get 0)))))
  (func $main (export "_start") (call $rethrow (ref.null exn))))

;; $ exception_null
;; wasm trap: null exception reference
;; wasm backtrace:
;;     0: 0x39 - rethrow
;;     1: 0x41 - main
;; [status 134]
