;; Blocks with parameters and results; a branch leaves the values below its operands.
(module
  (func $block (block))
  (func $block.result (result i32) (block (result i32) (i32.const 1)))
  (func $block.parameters (param i32 i32) (result i32)
    (local.get 0) (local.get 1) (block (param i32 i32) (result i32)
    (i32.sub)))
  (func $block.results (result i32 i64) (block (result i32 i64) (i32.const 1) (i64.const 2)))
  (func $br (result i32) (block (result i32) (br 0 (i32.const 1))))
  (func $br.drops (param i32) (result i32)
    (block (result i32) (local.get 0) (br 0 (i32.const 7)) (drop)))
  (func $br.outer (result i32) (block (result i32) (block (br 1 (i32.const 1))) (i32.const 2)))
  (func $br.function (param i32) (result i32) (br 0 (local.get 0)))
  (table funcref (elem $block $block.result $block.parameters $block.results $br $br.drops $br.outer $br.function))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (block)
;; function u0:1() tail {
;;                                 block0:
;; @005a                               jump block2
;;
;;                                 block2:
;; @005b                               jump block1
;;
;;                                 block1:
;; @005b                               return
;; }
;;
;; ;; function 1 (block.result)
;; function u0:2() -> i32 tail {
;;                                 block0:
;; @0060                               v2 = iconst.i32 1
;; @0062                               jump block2(v2)  ; v2 = 1
;;
;;                                 block2(v1: i32):
;; @0063                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @0063                               return v0
;; }
;;
;; ;; function 2 (block.parameters)
;; function u0:3(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @006c                               v4 = isub v0, v1
;; @006d                               jump block2(v4)
;;
;;                                 block2(v3: i32):
;; @006e                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @006e                               return v2
;; }
;;
;; ;; function 3 (block.results)
;; function u0:4() -> i32, i64 tail {
;;                                 block0:
;; @0073                               v4 = iconst.i32 1
;; @0075                               v5 = iconst.i64 2
;; @0077                               jump block2(v4, v5)  ; v4 = 1, v5 = 2
;;
;;                                 block2(v2: i32, v3: i64):
;; @0078                               jump block1(v2, v3)
;;
;;                                 block1(v0: i32, v1: i64):
;; @0078                               return v0, v1
;; }
;;
;; ;; function 4 (br)
;; function u0:5() -> i32 tail {
;;                                 block0:
;; @007d                               v2 = iconst.i32 1
;; @007f                               jump block2(v2)  ; v2 = 1
;;
;;                                 block2(v1: i32):
;; @0082                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @0082                               return v0
;; }
;;
;; ;; function 5 (br.drops)
;; function u0:6(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0089                               v3 = iconst.i32 7
;; @008b                               jump block2(v3)  ; v3 = 7
;;
;;                                 block2(v2: i32):
;; @008f                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @008f                               return v1
;; }
;;
;; ;; function 6 (br.outer)
;; function u0:7() -> i32 tail {
;;                                 block0:
;; @0096                               v2 = iconst.i32 1
;; @0098                               jump block2(v2)  ; v2 = 1
;;
;;                                 block2(v1: i32):
;; @009e                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @009e                               return v0
;; }
;;
;; ;; function 7 (br.function)
;; function u0:8(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @00a3                               jump block1(v0)
;;
;;                                 block1(v1: i32):
;; @00a5                               return v1
;; }
