;; A module in text is its own source: each frame has its line in the file.
;; build: -g
;; build: --backtrace=full -O2

(module
  (func $divide (param i32 i32) (result i32)
    (i32.div_s
      (local.get 0)
      (local.get 1)))
  (func (export "_start")
    (drop (call $divide
      (i32.const 1)
      (i32.const 0)))))
