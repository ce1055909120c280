;; compact-import-section: one module name for several imports, which saves bytes.
(module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\02\10\01\03env\00\7f\02\01a\00\00\01b\00\00")

;; error: 'compact_import_section.wasm': unsupported proposal compact-import-section: invalid leading byte 0x7F with compact imports proposal disabled (at offset 0x16)
;; hint: compile the module without compact-import-section, or follow its support in wasmc's README
