;;! build: --wasm-features=-custom-page-sizes
;; custom-page-sizes.
(module
  (memory 1 (pagesize 1))
  (func (export "_start")))

;; error: 'custom_page_sizes.wat': the proposal custom-page-sizes is turned off: the custom page sizes proposal must be enabled to customize a memory's page size (at offset 0x15)
;; hint: turn it on with --wasm-features=+custom-page-sizes, or compile the module without it
