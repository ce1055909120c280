;; A memory section after the export section.
(module binary "\00asm\01\00\00\00" "\07\01\00" "\05\03\01\00\01")

;; error: 'section_order.wasm': invalid WebAssembly: section out of order (at offset 0xd)
