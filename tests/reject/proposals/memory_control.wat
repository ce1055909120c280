;; memory-control: a proposal that is only begun.
(module
  (memory 1)
  (func $broken (export "_start") (memory.discard (i32.const 0) (i32.const 0))))

;; error: 'memory_control.wat': unsupported proposal memory-control: memory control support is not enabled in function 0 (broken) (at offset 0x2c)
;;      --> memory_control.wat:4:36
;;       |
;;     4 |   (func $broken (export "_start") (memory.discard (i32.const 0) (i32.const 0))))
;;       |                                    ^
;; hint: compile the module without memory-control, or follow its support in wasmc's README
