;;! build: --wasm-features=-sign-extension-ops
;; sign-extension-ops.
(module (func $broken (export "_start") (drop (i32.extend8_s (i32.const 1)))))

;; error: 'sign_extension_ops.wat': the proposal sign-extension-ops is turned off: sign extension operations support is not enabled in function 0 (broken) (at offset 0x25)
;;      --> sign_extension_ops.wat:3:48
;;       |
;;     3 | (module (func $broken (export "_start") (drop (i32.extend8_s (i32.const 1)))))
;;       |                                                ^
;; hint: turn it on with --wasm-features=+sign-extension-ops, or compile the module without it
