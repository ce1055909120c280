;; compact-import-section: one module name for several imports, which saves bytes.
(module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\02\10\01\03env\00\7f\02\01a\00\00\01b\00\00")

;; error: 'compact_import_section.wasm': nothing provides 2 of the module's imports:
;;   env.a
;;   env.b
;; hint: build with --unknown-imports=trap to let the program start and trap when it calls one of them
