;; A component as text.
(component)

;; error: 'component_text.wat': invalid WebAssembly: the file is a component, not a module
;; hint: wasmc takes core modules: use the one inside, or build for WASI preview 1 (wasm32-wasip1)
