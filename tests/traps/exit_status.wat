;;! build: --invoke exit
;;! run: 0
;;! run: 1
;;! run: 42
;;! run: 125
;;! run: 126
;;! run: 134
;;! run: 255
;;! run: 256
;; The status of proc_exit becomes that of the program; Linux keeps eight bits of it. No code runs after the call.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (func $exit (export "exit") (param i32) (call $proc_exit (local.get 0)) (unreachable)))

;; $ exit_status 0
;; $ exit_status 1
;; [status 1]
;; $ exit_status 42
;; [status 42]
;; $ exit_status 125
;; [status 125]
;; $ exit_status 126
;; [status 126]
;; $ exit_status 134
;; [status 134]
;; $ exit_status 255
;; [status 255]
;; $ exit_status 256
