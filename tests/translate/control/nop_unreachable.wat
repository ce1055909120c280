;; nop is nothing; after unreachable nothing is translated, up to the end of the block.
(module
  (func $nop (nop))
  (func $unreachable (unreachable))
  (func $unreachable.dead (result i32) (unreachable) (drop (i32.add (i32.const 1))) (i32.const 2))
  (func $unreachable.in_block (result i32) (block (unreachable) (i32.const 1) (drop)) (i32.const 2))
  (table funcref (elem $nop $unreachable $unreachable.dead $unreachable.in_block))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (nop)
;; function u0:1() tail {
;;                                 block0:
;; @0041                               jump block1
;;
;;                                 block1:
;; @0041                               return
;; }
;;
;; ;; function 1 (unreachable)
;; function u0:2() tail {
;;                                 block0:
;; @0044                               trap user1
;; }
;;
;; ;; function 2 (unreachable.dead)
;; function u0:3() -> i32 tail {
;;                                 block0:
;; @0048                               trap user1
;; }
;;
;; ;; function 3 (unreachable.in_block)
;; function u0:4() -> i32 tail {
;;                                 block0:
;; @0054                               trap user1
;; }
