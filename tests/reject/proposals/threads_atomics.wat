;;! build: --wasm-features=-threads
;; threads: an atomic access to a memory that is not shared.
(module
  (memory 1)
  (func $broken (export "_start") (drop (i32.atomic.load (i32.const 0)))))

;; error: 'threads_atomics.wat': the proposal threads is turned off: threads support is not enabled in function 0 (broken) (at offset 0x2a)
;;      --> threads_atomics.wat:5:42
;;       |
;;     5 |   (func $broken (export "_start") (drop (i32.atomic.load (i32.const 0)))))
;;       |                                          ^
;; hint: turn it on with --wasm-features=+threads, or compile the module without it
