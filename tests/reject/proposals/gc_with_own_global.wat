;; gc beside an initial value made of a global of the module itself, which needs no gc.
(module
  (global $one i32 (i32.const 1))
  (global $two i32 (global.get $one))
  (global $three i31ref (ref.i31 (global.get $one)))
  (func (export "_start")))

;; error: 'gc_with_own_global.wat': unsupported proposal gc: constant expression required: global.get of locally defined global (at offset 0x1c)
;; hint: compile the module without gc, or follow its support in wasmc's README
