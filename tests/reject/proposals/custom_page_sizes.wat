;;! build: --wasm-features=-custom-page-sizes
;; custom-page-sizes.
(module
  (memory 1 (pagesize 1))
  (func (export "_start")))

;; error: 'custom_page_sizes.wat': unsupported proposal custom-page-sizes: the custom page sizes proposal must be enabled to customize a memory's page size (at offset 0x15)
;; hint: compile the module without custom-page-sizes, or follow its support in wasmc's README
