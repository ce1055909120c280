;; A component, as toolchains for wasm32-wasip2 write.
(module binary "\00asm\0d\00\01\00")

;; error: 'component.wasm': unsupported proposal component-model: the file is a component, not a module
;; hint: compile the module without component-model, or follow its support in wasmc's README
