;; A division whose NaN has the sign that the processor gives it.
(module
  (func (export "divide") (param f32 f32) (result i32)
    (i32.reinterpret_f32 (f32.div (local.get 0) (local.get 1)))))
