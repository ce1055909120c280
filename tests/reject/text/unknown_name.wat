;; A name that is not defined.
(module
  (func (export "_start")
    (call $missing)))

;; error: 'unknown_name.wat': invalid WebAssembly: unknown func: failed to find name `$missing`
;;      --> unknown_name.wat:4:11
;;       |
;;     4 |     (call $missing)))
;;       |           ^
