;; A write to a global that cannot change.
(module
  (global $fixed i32 (i32.const 1))
  (func $broken (export "_start") (global.set $fixed (i32.const 2))))

;; error: 'global_immutable.wat': invalid WebAssembly: global is immutable: cannot modify it with `global.set` in function 0 (broken) (at offset 0x2d)
;;      --> global_immutable.wat:4:36
;;       |
;;     4 |   (func $broken (export "_start") (global.set $fixed (i32.const 2))))
;;       |                                    ^
