;; gc: a global that can only be null.
(module
  (global nullref (ref.null none))
  (func (export "_start")))
