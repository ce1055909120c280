;;! build: -g
;; With a tail call in one function, no function has the convention of C.
(module
  (func $loop (param i32) (result i32) (return_call $loop (local.get 0)))
  (func $other (param i32) (result i32) (local.get 0))
  (table funcref (elem $loop $other))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (loop)
;; function u0:1(i32) -> i32 tail {
;;     ss0 = explicit_slot 4, align = 4, key = 0
;;     sig0 = (i32) -> i32 tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0(v0: i32):
;; @003c                               v1 = stack_addr.i64 ss0
;; @003c                               store notrap v0, v1
;; @003d                               v3 = stack_addr.i64 ss0
;; @003d                               v4 = load.i32 notrap v3
;; @003f                               return_call fn0(v4)
;; }
;;
;; ;; function 1 (other)
;; function u0:2(i32) -> i32 tail {
;;     ss0 = explicit_slot 4, align = 4, key = 0
;;
;;                                 block0(v0: i32):
;; @0043                               v1 = stack_addr.i64 ss0
;; @0043                               store notrap v0, v1
;; @0044                               v3 = stack_addr.i64 ss0
;; @0044                               v4 = load.i32 notrap v3
;; @0046                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0046                               return v2
;; }
