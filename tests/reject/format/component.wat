;; A component, as toolchains for wasm32-wasip2 write.
(module binary "\00asm\0d\00\01\00")

;; error: 'component.wasm': invalid WebAssembly: the file is a component, not a module
;; hint: wasmc takes core modules: use the one inside, or build for WASI preview 1 (wasm32-wasip1)
