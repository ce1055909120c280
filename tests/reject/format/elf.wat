;; An executable of Linux, perhaps one that wasmc made.
(module binary "\7fELF\02\01\01\00\00\00\00\00\00\00\00\00\02\00\3e\00")

;; error: 'elf.wasm': invalid WebAssembly: the file is an ELF file, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
