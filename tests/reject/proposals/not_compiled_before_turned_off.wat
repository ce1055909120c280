;;! build: --wasm-features=-tail-call
;; What is not compiled comes first in the module, and is named although something else is turned off.
(module
  (type $pair (struct (field i32 i32)))
  (func $broken (export "_start") (return_call $broken)))
