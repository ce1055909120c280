;; if, with and without else, with results, and with a branch out of it.
(module
  (func $if (param i32) (if (local.get 0) (then (nop))))
  (func $if.else (param i32) (result i32) (if (result i32) (local.get 0) (then (i32.const 1)) (else (i32.const 2))))
  (func $if.parameters (param i32 i32) (result i32)
    (local.get 0) (if (param i32) (result i32)
    (local.get 1) (then (i32.const 1) (i32.add)) (else (i32.eqz))))
  (func $if.no_else (param i32 i32) (result i32)
    (local.get 0) (if (param i32) (result i32)
    (local.get 1) (then (i32.const 1) (i32.add))))
  (func $if.then_leaves (param i32) (result i32) (if (local.get 0) (then (return (i32.const 1)))) (i32.const 2))
  (func $if.both_leave (param i32) (result i32)
    (if (local.get 0)
    (then (return (i32.const 1))) (else (return (i32.const 2)))) (i32.const 3))
  (table funcref (elem $if $if.else $if.parameters $if.no_else $if.then_leaves $if.both_leave))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (if)
;; function u0:1(i32) tail {
;;                                 block0(v0: i32):
;; @0051                               brif v0, block3, block4
;;
;;                                 block3:
;; @0054                               jump block2
;;
;;                                 block4:
;; @0054                               jump block2
;;
;;                                 block2:
;; @0055                               jump block1
;;
;;                                 block1:
;; @0055                               return
;; }
;;
;; ;; function 1 (if.else)
;; function u0:2(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @005a                               brif v0, block3, block4
;;
;;                                 block3:
;; @005c                               v3 = iconst.i32 1
;; @005e                               jump block2(v3)  ; v3 = 1
;;
;;                                 block4:
;; @005f                               v4 = iconst.i32 2
;; @0061                               jump block2(v4)  ; v4 = 2
;;
;;                                 block2(v2: i32):
;; @0062                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0062                               return v1
;; }
;;
;; ;; function 2 (if.parameters)
;; function u0:3(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0069                               brif v1, block3, block4
;;
;;                                 block3:
;; @006b                               v4 = iconst.i32 1
;; @006d                               v5 = iadd.i32 v0, v4  ; v4 = 1
;; @006e                               jump block2(v5)
;;
;;                                 block4:
;; @006f                               v6 = iconst.i32 0
;; @006f                               v7 = icmp.i32 eq v0, v6  ; v6 = 0
;; @006f                               v8 = uextend.i32 v7
;; @0070                               jump block2(v8)
;;
;;                                 block2(v3: i32):
;; @0071                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0071                               return v2
;; }
;;
;; ;; function 3 (if.no_else)
;; function u0:4(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0078                               brif v1, block3, block4
;;
;;                                 block3:
;; @007a                               v4 = iconst.i32 1
;; @007c                               v5 = iadd.i32 v0, v4  ; v4 = 1
;; @007d                               jump block2(v5)
;;
;;                                 block4:
;; @007d                               jump block2(v0)
;;
;;                                 block2(v3: i32):
;; @007e                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @007e                               return v2
;; }
;;
;; ;; function 4 (if.then_leaves)
;; function u0:5(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0083                               brif v0, block3, block4
;;
;;                                 block3:
;; @0085                               v2 = iconst.i32 1
;; @0087                               jump block1(v2)  ; v2 = 1
;;
;;                                 block4:
;; @0088                               jump block2
;;
;;                                 block2:
;; @0089                               v3 = iconst.i32 2
;; @008b                               jump block1(v3)  ; v3 = 2
;;
;;                                 block1(v1: i32):
;; @008b                               return v1
;; }
;;
;; ;; function 5 (if.both_leave)
;; function u0:6(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0090                               brif v0, block3, block4
;;
;;                                 block3:
;; @0092                               v2 = iconst.i32 1
;; @0094                               jump block1(v2)  ; v2 = 1
;;
;;                                 block4:
;; @0096                               v3 = iconst.i32 2
;; @0098                               jump block1(v3)  ; v3 = 2
;;
;;                                 block1(v1: i32):
;; @009c                               return v1
;; }
