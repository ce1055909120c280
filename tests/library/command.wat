;; A command is a library too: its entry point is an export, and runs when it is called.
(module
  (memory 1)
  (global $calls (mut i32) (i32.const 0))
  (func (export "_start") (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "calls") (result i32) (global.get $calls)))

;; $ command
;; 0 calls
;; 2 calls
