;; gc: a table of small integers.
(module
  (table 1 i31ref)
  (func (export "_start")))
