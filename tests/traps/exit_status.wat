;;! build: --invoke exit
;;! run: 0
;;! run: 1
;;! run: 42
;;! run: 125
;;! run: 126
;;! run: 134
;;! run: 255
;;! run: 256
;; The status of proc_exit is that of the program, of which Linux keeps eight bits. Nothing runs after it.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (func $exit (export "exit") (param i32) (call $proc_exit (local.get 0)) (unreachable)))
