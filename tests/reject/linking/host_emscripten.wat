;; A module for JavaScript, made by Emscripten.
(module
  (import "env" "emscripten_resize_heap" (func))
  (import "env" "abort" (func))
  (func (export "_start")))

;; error: 'host_emscripten.wat': nothing provides 2 of the module's imports:
;;   env.emscripten_resize_heap
;;   env.abort
;; hint: the module seems to be made for JavaScript by Emscripten: link it with -sSTANDALONE_WASM; or build with --unknown-imports=trap to let the program start and trap when it calls one of them
