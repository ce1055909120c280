;; Text in UTF-16, as editors of Windows may save it.
(module binary "\ff\fe(\00m\00o\00d\00u\00l\00e\00)\00")

;; error: 'utf16.wasm': invalid WebAssembly: the file is neither a WebAssembly binary (it does not start with \0asm) nor text
;; hint: give a .wasm binary or .wat text
