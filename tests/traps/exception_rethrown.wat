;; A reference that leaves its clause keeps the exception; nothing catches it the second time.
(module
  (tag $e (param i32))
  (global $kept (mut exnref) (ref.null exn))
  (func $keep
    (block $h (result exnref) (try_table (catch_all_ref $h) (throw $e (i32.const 1))) (return))
    (global.set $kept))
  (func $again (throw_ref (global.get $kept)))
  (func $main (export "_start") (call $keep) (call $again)))

;; $ exception_rethrown
;; wasm trap: uncaught exception: tag 'e'
;; wasm backtrace:
;;     0: 0x4b - again
;;     1: 0x51 - main
;; [status 134]
