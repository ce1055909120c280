;;! build: --invoke call
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
;; A hundred tables of ten million elements, and what such tables start with: nulls, an element of the table's own, a segment.
;; Each run calls one element; the results are those of `table.fill`, `table.copy` and `table.grow` on large tables.
(module
  (type $number (func (result i32)))
  (table $t0 10000000 funcref) (table $t1 10000000 funcref) (table $t2 10000000 funcref)
  (table $t3 10000000 funcref) (table $t4 10000000 funcref) (table $t5 10000000 funcref)
  (table $t6 10000000 funcref) (table $t7 10000000 funcref) (table $t8 10000000 funcref)
  (table $t9 10000000 funcref) (table $t10 10000000 funcref) (table $t11 10000000 funcref)
  (table $t12 10000000 funcref) (table $t13 10000000 funcref) (table $t14 10000000 funcref)
  (table $t15 10000000 funcref) (table $t16 10000000 funcref) (table $t17 10000000 funcref)
  (table $t18 10000000 funcref) (table $t19 10000000 funcref) (table $t20 10000000 funcref)
  (table $t21 10000000 funcref) (table $t22 10000000 funcref) (table $t23 10000000 funcref)
  (table $t24 10000000 funcref) (table $t25 10000000 funcref) (table $t26 10000000 funcref)
  (table $t27 10000000 funcref) (table $t28 10000000 funcref) (table $t29 10000000 funcref)
  (table $t30 10000000 funcref) (table $t31 10000000 funcref) (table $t32 10000000 funcref)
  (table $t33 10000000 funcref) (table $t34 10000000 funcref) (table $t35 10000000 funcref)
  (table $t36 10000000 funcref) (table $t37 10000000 funcref) (table $t38 10000000 funcref)
  (table $t39 10000000 funcref) (table $t40 10000000 funcref) (table $t41 10000000 funcref)
  (table $t42 10000000 funcref) (table $t43 10000000 funcref) (table $t44 10000000 funcref)
  (table $t45 10000000 funcref) (table $t46 10000000 funcref) (table $t47 10000000 funcref)
  (table $t48 10000000 funcref) (table $t49 10000000 funcref) (table $t50 10000000 funcref)
  (table $t51 10000000 funcref) (table $t52 10000000 funcref) (table $t53 10000000 funcref)
  (table $t54 10000000 funcref) (table $t55 10000000 funcref) (table $t56 10000000 funcref)
  (table $t57 10000000 funcref) (table $t58 10000000 funcref) (table $t59 10000000 funcref)
  (table $t60 10000000 funcref) (table $t61 10000000 funcref) (table $t62 10000000 funcref)
  (table $t63 10000000 funcref) (table $t64 10000000 funcref) (table $t65 10000000 funcref)
  (table $t66 10000000 funcref) (table $t67 10000000 funcref) (table $t68 10000000 funcref)
  (table $t69 10000000 funcref) (table $t70 10000000 funcref) (table $t71 10000000 funcref)
  (table $t72 10000000 funcref) (table $t73 10000000 funcref) (table $t74 10000000 funcref)
  (table $t75 10000000 funcref) (table $t76 10000000 funcref) (table $t77 10000000 funcref)
  (table $t78 10000000 funcref) (table $t79 10000000 funcref) (table $t80 10000000 funcref)
  (table $t81 10000000 funcref) (table $t82 10000000 funcref) (table $t83 10000000 funcref)
  (table $t84 10000000 funcref) (table $t85 10000000 funcref) (table $t86 10000000 funcref)
  (table $t87 10000000 funcref) (table $t88 10000000 funcref) (table $t89 10000000 funcref)
  (table $t90 10000000 funcref) (table $t91 10000000 funcref) (table $t92 10000000 funcref)
  (table $t93 10000000 funcref) (table $t94 10000000 funcref) (table $t95 10000000 funcref)
  (table $t96 10000000 funcref) (table $t97 10000000 funcref) (table $t98 10000000 funcref)
  (table $t99 10000000 funcref)
  (table $filled 200000 funcref (ref.func $seven))
  (table $grown 200000 300000 funcref)
  (elem (table $grown) (i32.const 3) func $seven $eight)
  (func $seven (type $number) (i32.const 7))
  (func $eight (type $number) (i32.const 8))
  (func $set
    (table.set $t99 (i32.const 9999999) (ref.func $eight))
    (table.fill $t50 (i32.const 9999990) (ref.func $seven) (i32.const 10))
    (table.copy $t0 $t50 (i32.const 1) (i32.const 9999989) (i32.const 11))
    (table.copy $t1 $grown (i32.const 9999997) (i32.const 2) (i32.const 3))
    (if (i32.ne (table.grow $grown (ref.func $eight) (i32.const 100000)) (i32.const 200000)) (then (unreachable))))
  (func $null (param $element funcref)
    (if (i32.eqz (ref.is_null (local.get $element))) (then (unreachable))))
  (func $check (param $expected i32) (param $element i32)
    (if (i32.ne (local.get $expected) (local.get $element)) (then (unreachable))))
  (func (export "call") (param $what i32) (result i32)
    (call $set)
    (call $null (table.get $t99 (i32.const 9999998)))
    (call $null (table.get $t98 (i32.const 9999999)))
    (call $null (table.get $t50 (i32.const 9999989)))
    (call $null (table.get $t0 (i32.const 1)))
    (call $null (table.get $t1 (i32.const 9999997)))
    (call $null (table.get $grown (i32.const 199999)))
    (call $check (i32.const 7) (call_indirect $t0 (type $number) (i32.const 2)))
    (call $check (i32.const 7) (call_indirect $t0 (type $number) (i32.const 11)))
    (call $check (i32.const 8) (call_indirect $t1 (type $number) (i32.const 9999999)))
    (call $check (i32.const 7) (call_indirect $grown (type $number) (i32.const 3)))
    (call $check (i32.const 8) (call_indirect $grown (type $number) (i32.const 200000)))
    (call $check (i32.const 7) (call_indirect $filled (type $number) (i32.const 0)))
    (if (i32.eqz (local.get $what)) (then (return (call_indirect $t99 (type $number) (i32.const 9999999)))))
    (if (i32.eq (local.get $what) (i32.const 1))
      (then (return (call_indirect $filled (type $number) (i32.const 199999)))))
    (if (i32.eq (local.get $what) (i32.const 2))
      (then (return (call_indirect $grown (type $number) (i32.const 299999)))))
    (if (i32.eq (local.get $what) (i32.const 3))
      (then (return (call_indirect $t99 (type $number) (i32.const 10000000)))))
    (call_indirect $t98 (type $number) (i32.const 9999999))))

;; $ tables_large 0
;; 8
;; $ tables_large 1
;; 7
;; $ tables_large 2
;; 8
;; $ tables_large 3
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x3c3 - <wasm function 5>
;; [status 134]
;; $ tables_large 4
;; wasm trap: uninitialized element
;; wasm backtrace:
;;     0: 0x3cd - <wasm function 5>
;; [status 134]
