;; A tag's name comes from the guest, and is escaped.
(module
  (tag (export "\1b[31m'\0a\u{202e}"))
  (func (export "_start") (throw 0)))
