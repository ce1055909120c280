;; An executable of macOS.
(module binary "\cf\fa\ed\fe\07\00\00\01")

;; error: 'mach_o.wasm': invalid WebAssembly: the file is a Mach-O file, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
