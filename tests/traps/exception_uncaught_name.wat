;; A tag's name comes from the guest, and is escaped.
(module
  (tag (export "\1b[31m'\0a\u{202e}"))
  (func (export "_start") (throw 0)))

;; $ exception_uncaught_name
;; wasm trap: uncaught exception: tag '\u{1b}[31m'\u{a}\u{202e}'
;; wasm backtrace:
;;     0: 0x35 - <wasm function 0>
;; [status 134]
