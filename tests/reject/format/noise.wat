;; Bytes that are nothing known.
(module binary "\c3\28\a0\a1\e2\28\a1\00\01\02")

;; error: 'noise.wasm': invalid WebAssembly: the file is neither a WebAssembly binary (it does not start with \0asm) nor text
;; hint: give a .wasm binary or .wat text
