;; A proposal that is only begun, and that no flag makes valid: memory.discard.
(module
  (memory 1)
  (func $broken (export "_start") (memory.discard (i32.const 0) (i32.const 0))))

;; error: 'memory_control.wat': invalid WebAssembly: memory control support is not enabled in function 0 (broken) (at offset 0x2c)
