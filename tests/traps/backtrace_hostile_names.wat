;; Names that would give orders to a terminal are escaped, and long ones are cut: control characters, an escape
;; sequence, a character that reverses text, a line break that forges a frame, 300 letters.
(module
  (func $bell (@name "\07\08") (unreachable))
  (func $colors (@name "\1b[31mred\1b[0m") (call $bell))
  (func $reversed (@name "\u{202e}txt.exe") (call $colors))
  (func $forged (@name "one\0a    9: 0x0 - forged") (call $reversed))
  (func $foreign (@name "größe_\u{1f600}") (call $forged))
  (func $long (@name "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll") (call $foreign))
  (func $main (export "_start") (call $long)))

;; $ backtrace_hostile_names
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x29 - \u{7}\u{8}
;;     1: 0x2d - \u{1b}[31mred\u{1b}[0m
;;     2: 0x32 - \u{202e}txt.exe
;;     3: 0x37 - one\u{a}    9: 0x0 - forged
;;     4: 0x3c - größe_😀
;;     5: 0x41 - llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll...
;;     6: 0x46 - main
;; [status 134]
