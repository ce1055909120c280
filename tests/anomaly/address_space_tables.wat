;; Too little address space for a table: a start failure that says so. The system does not kill the process before it can
;; speak, as it does where there is no room for the data of an executable.
;; driver: start-failure
;; build: --bounds-checks explicit
;; limit: -v 200000
;; status: 125
;; reference: none: wasmtime itself needs more
(module
  (table $a 10000000 funcref) (table $b 10000000 funcref) (table $c 10000000 funcref)
  (memory (export "memory") 1)
  (func (export "_start")
    (table.set $a (i32.const 9999999) (ref.null func))
    (table.set $b (i32.const 9999999) (ref.null func))
    (table.set $c (i32.const 9999999) (ref.null func))))
