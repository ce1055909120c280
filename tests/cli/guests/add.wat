;; A library: nothing runs by itself.
(module
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "half") (param f64) (result f64) (f64.mul (local.get 0) (f64.const 0.5)))
  (func (export "both") (param i64 f32) (result i64 f32) (local.get 0) (local.get 1)))
