;; br_table is one jump; an index beyond its targets goes to the last.
(module
  (func $br_table (param i32) (result i32)
    (block (block (block (br_table 0 1 2 (local.get 0)))
    (return (i32.const 10))) (return (i32.const 11))) (i32.const 12))
  (func $br_table.value (param i32) (result i32)
    (block (result i32) (block (result i32)
    (br_table 0 1 0 (i32.const 5) (local.get 0))) (i32.const 1) (i32.add)))
  (func $br_table.default_only (param i32) (block (br_table 0 (local.get 0))))
  (func $br_table.loop (param i32) (loop (block (br_table 0 1 (local.get 0)))))
  (table funcref (elem $br_table $br_table.value $br_table.default_only $br_table.loop))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (br_table)
;; function u0:1(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @004d                               br_table v0, block2, [block4, block3]
;;
;;                                 block4:
;; @0053                               v2 = iconst.i32 10
;; @0055                               jump block1(v2)  ; v2 = 10
;;
;;                                 block3:
;; @0057                               v3 = iconst.i32 11
;; @0059                               jump block1(v3)  ; v3 = 11
;;
;;                                 block2:
;; @005b                               v4 = iconst.i32 12
;; @005d                               jump block1(v4)  ; v4 = 12
;;
;;                                 block1(v1: i32):
;; @005d                               return v1
;; }
;;
;; ;; function 1 (br_table.value)
;; function u0:2(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0064                               v4 = iconst.i32 5
;; @0068                               br_table v0, block3(v4), [block3(v4), block2(v4)]  ; v4 = 5, v4 = 5, v4 = 5
;;
;;                                 block3(v3: i32):
;; @006e                               v5 = iconst.i32 1
;; @0070                               v6 = iadd v3, v5  ; v5 = 1
;; @0071                               jump block2(v6)
;;
;;                                 block2(v2: i32):
;; @0072                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0072                               return v1
;; }
;;
;; ;; function 2 (br_table.default_only)
;; function u0:3(i32) tail {
;;                                 block0(v0: i32):
;; @0079                               br_table v0, block2, []
;;
;;                                 block2:
;; @007d                               jump block1
;;
;;                                 block1:
;; @007d                               return
;; }
;;
;; ;; function 3 (br_table.loop)
;; function u0:4(i32) tail {
;;                                 block0(v0: i32):
;;                                     v1 -> v0
;; @0080                               jump block2
;;
;;                                 block2:
;; @0086                               br_table v1, block2, [block3]
;;
;;                                 block3:
;; @008c                               jump block1
;;
;;                                 block1:
;; @008c                               return
;; }
