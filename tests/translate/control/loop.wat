;; A branch to a loop goes to its start, with its parameters.
(module
  (func $loop (loop))
  (func $loop.forever (loop (br 0)))
  (func $loop.count (param i32) (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))
  (func $loop.parameters (param i32) (result i32)
    (local.get 0) (loop (param i32) (result i32)
    (i32.const 2) (i32.mul) (br_if 0 (i32.eqz (local.get 0)))))
  (table funcref (elem $loop $loop.forever $loop.count $loop.parameters))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (loop)
;; function u0:1() tail {
;;                                 block0:
;; @0045                               jump block2
;;
;;                                 block2:
;; @0048                               jump block1
;;
;;                                 block1:
;; @0048                               return
;; }
;;
;; ;; function 1 (loop.forever)
;; function u0:2() tail {
;;                                 block0:
;; @004b                               jump block2
;;
;;                                 block2:
;; @004d                               jump block2
;; }
;;
;; ;; function 2 (loop.count)
;; function u0:3(i32) tail {
;;                                 block0(v0: i32):
;; @0053                               jump block2(v0)
;;
;;                                 block2(v1: i32):
;; @0057                               v2 = iconst.i32 1
;; @0059                               v3 = isub v1, v2  ; v2 = 1
;; @005c                               brif v3, block2(v3), block3
;;
;;                                 block3:
;; @005f                               jump block1
;;
;;                                 block1:
;; @005f                               return
;; }
;;
;; ;; function 3 (loop.parameters)
;; function u0:4(i32) -> i32 tail {
;;                                 block0(v0: i32):
;;                                     v5 -> v0
;; @0064                               jump block2(v0)
;;
;;                                 block2(v2: i32):
;; @0066                               v3 = iconst.i32 2
;; @0068                               v4 = imul v2, v3  ; v3 = 2
;; @006b                               v6 = iconst.i32 0
;; @006b                               v7 = icmp.i32 eq v5, v6  ; v6 = 0
;; @006b                               v8 = uextend.i32 v7
;; @006c                               brif v8, block2(v4), block3
;;
;;                                 block3:
;; @006f                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @006f                               return v1
;; }
