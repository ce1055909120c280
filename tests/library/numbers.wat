;; Every kind of number goes in and comes out, in registers and on the stack, and every name has an identifier.
(module
  (func $factorial (export "factorial") (param i64) (result i64)
    (if (result i64) (i64.eqz (local.get 0))
      (then (i64.const 1))
      (else (i64.mul (local.get 0) (call $factorial (i64.sub (local.get 0) (i64.const 1)))))))
  (func (export "decrement") (param i32) (result i32) (i32.sub (local.get 0) (i32.const 1)))
  (func (export "half") (param f32) (result f32) (f32.mul (local.get 0) (f32.const 0.5)))
  (func (export "divmod") (param i32 i32) (result i32 i32)
    (i32.div_s (local.get 0) (local.get 1))
    (i32.rem_s (local.get 0) (local.get 1)))
  (func (export "mixed") (param i64) (result i64 f32 f64 i32)
    (local.get 0) (f32.const 1.5) (f64.const -2.25) (i32.const -7))
  (func (export "many")
    (param i32 f64 i32 f64 i32 f64 i32 f64 i32 f64 i32 f64 i32 f64 i32 f64 i32 f64 i32 f64 i64 f32)
    (result f64)
    (f64.add
      (f64.add (f64.convert_i32_s (local.get 0)) (f64.convert_i32_s (local.get 18)))
      (f64.add
        (f64.add (local.get 1) (local.get 19))
        (f64.add (f64.convert_i64_s (local.get 20)) (f64.promote_f32 (local.get 21))))))
  (func (export "same") (param externref) (result externref) (local.get 0))
  (func (export "nothing"))
  (func (export "my-func") (result i32) (i32.const 1))
  (func (export "Z") (result i32) (i32.const 2))
  (func (export "") (result i32) (i32.const 3))
  (func (export "é*/") (result i32) (i32.const 4))
  (func (export "vector") (param v128))
  (global (export "global") i32 (i32.const 0)))

;; $ numbers
;; factorial 2432902008176640000
;; decrement -1 2147483647
;; half 1.5
;; divmod -3 -2
;; mixed -9223372036854775808 1.5 -2.25 -7
;; many 10899.8
;; same fedcba9876543210
;; names 1 2 3 4
