;; An executable of Windows.
(module binary "MZ\90\00\03\00\00\00")

;; error: 'windows.wasm': invalid WebAssembly: the file is a Windows executable, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
