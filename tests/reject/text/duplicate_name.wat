;; A name that is defined twice.
(module
  (func $twice)
  (func $twice)
  (func (export "_start")))

;; error: 'duplicate_name.wat': invalid WebAssembly: duplicate func identifier
;;      --> duplicate_name.wat:4:9
;;       |
;;     4 |   (func $twice)
;;       |         ^
