;;! relocation: x86_64 R_X86_64_PLT32 wasmc_wasi_proc_exit
;;! relocation: aarch64 R_AARCH64_CALL26 wasmc_wasi_proc_exit
;;! relocation: riscv64 R_RISCV_CALL_PLT wasmc_wasi_proc_exit
;;! relocation: x86_64-macos X86_64_RELOC_BRANCH _wasmc_wasi_proc_exit
;;! relocation: aarch64-macos ARM64_RELOC_BRANCH26 _wasmc_wasi_proc_exit
;; Calls of the runtime: of a WASI function here, of a builtin in builtins.wat.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (func (export "_start") (call $exit (i32.const 7))))

;; [status 7]
