;;! build: --wasm-features=-tail-call
;; A proposal that is not compiled comes first in the module, and is named although another is turned off.
(module
  (type $pair (struct (field i32 i32)))
  (func $broken (export "_start") (return_call $broken)))

;; error: 'not_compiled_before_turned_off.wat': unsupported proposal gc: struct indexed types not supported without the gc feature (at offset 0xb)
;; hint: compile the module without gc, or follow its support in wasmc's README
