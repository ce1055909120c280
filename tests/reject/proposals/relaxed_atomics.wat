;; relaxed-atomics: an instruction that waits a moment.
(module (func $broken (export "_start") (pause)))

;; error: 'relaxed_atomics.wat': unsupported proposal relaxed-atomics: acquire-release atomics support is not enabled in function 0 (broken) (at offset 0x23)
;;      --> relaxed_atomics.wat:2:42
;;       |
;;     2 | (module (func $broken (export "_start") (pause)))
;;       |                                          ^
;; hint: compile the module without relaxed-atomics, or follow its support in wasmc's README
