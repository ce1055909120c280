;; A trap in the start function, before _start runs.
(module
  (start $begin)
  (func $begin (unreachable))
  (func (export "_start")))
