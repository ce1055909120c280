;; stack-switching.
(module
  (type $f (func))
  (type $c (cont $f))
  (elem declare func $broken)
  (func $broken (export "_start") (drop (cont.new $c (ref.func $broken)))))

;; error: 'stack_switching.wat': unsupported proposal stack-switching: cannot define continuation types when stack switching is disabled in function 0 (broken) (at offset 0x2e)
;;      --> stack_switching.wat:6:42
;;       |
;;     6 |   (func $broken (export "_start") (drop (cont.new $c (ref.func $broken)))))
;;       |                                          ^
;; hint: compile the module without stack-switching, or follow its support in wasmc's README
