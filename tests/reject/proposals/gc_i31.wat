;; gc: a small integer as a reference.
(module (func $broken (export "_start") (drop (i31.get_s (ref.i31 (i32.const 1))))))

;; error: 'gc_i31.wat': unsupported proposal gc: gc support is not enabled in function 0 (broken) (at offset 0x25)
;;      --> gc_i31.wat:2:59
;;       |
;;     2 | (module (func $broken (export "_start") (drop (i31.get_s (ref.i31 (i32.const 1))))))
;;       |                                                           ^
;; hint: compile the module without gc, or follow its support in wasmc's README
