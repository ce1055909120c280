;; A module for JavaScript, made by wasm-bindgen.
(module
  (import "__wbindgen_placeholder__" "__wbindgen_throw" (func))
  (import "wbg" "__wbg_log_1" (func))
  (func (export "_start")))

;; error: 'host_wasm_bindgen.wat': nothing provides 2 of the module's imports:
;;   __wbindgen_placeholder__.__wbindgen_throw
;;   wbg.__wbg_log_1
;; hint: the module seems to be made for JavaScript by wasm-bindgen: build the program for wasm32-wasip1, without it; or build with --unknown-imports=trap to let the program start and trap when it calls one of them
