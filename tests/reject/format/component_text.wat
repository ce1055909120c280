;; A component as text.
(component)

;; error: 'component_text.wat': invalid WebAssembly: unknown binary version and encoding combination: 0xd and 0x1, note: encoded as a component but the WebAssembly component model feature is not enabled - enable the feature to allow component validation (at offset 0x0)
