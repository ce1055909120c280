;; A global that cannot change is its value, also where that is computed (extended-const).
(module
  (global $constant i32 (i32.const 42))
  (global $computed i32 (i32.add (i32.const 36) (i32.mul (i32.const 2) (i32.const 3))))
  (global $function funcref (ref.func $global.get.constant))
  (func $global.get.constant (result i32) (global.get $constant))
  (func $global.get.computed (result i32) (global.get $computed))
  (func $global.get.function (result funcref) (global.get $function))
  (table funcref (elem $global.get.constant $global.get.computed $global.get.function))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (global.get.constant)
;; function u0:1() -> i32 tail {
;;                                 block0:
;; @005a                               v1 = iconst.i32 42
;; @005c                               jump block1(v1)  ; v1 = 42
;;
;;                                 block1(v0: i32):
;; @005c                               return v0
;; }
;;
;; ;; function 1 (global.get.computed)
;; function u0:2() -> i32 tail {
;;                                 block0:
;; @005f                               v1 = iconst.i32 42
;; @0061                               jump block1(v1)  ; v1 = 42
;;
;;                                 block1(v0: i32):
;; @0061                               return v0
;; }
;;
;; ;; function 2 (global.get.function)
;; function u0:3() -> i64 tail {
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0064                               v1 = symbol_value.i64 gv0
;; @0064                               v2 = load.i64 notrap aligned readonly can_move v1
;; @0066                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @0066                               return v0
;; }
