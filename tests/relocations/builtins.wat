;;! relocation: x86_64 R_X86_64_PLT32 wasmc_memory_grow
;;! relocation: aarch64 R_AARCH64_CALL26 wasmc_memory_grow
;;! relocation: riscv64 R_RISCV_CALL_PLT wasmc_memory_grow
;;! relocation: x86_64-macos X86_64_RELOC_BRANCH _wasmc_memory_grow
;;! relocation: aarch64-macos ARM64_RELOC_BRANCH26 _wasmc_memory_grow
;;! relocation: aarch64 R_AARCH64_ADR_PREL_PG_HI21 wasmc_memories
;;! relocation: aarch64 R_AARCH64_ADD_ABS_LO12_NC wasmc_memories
;;! relocation: riscv64 R_RISCV_PCREL_HI20 wasmc_memories
;; Calls of builtins by an operator, and a variable of the runtime: how long the memory is.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1 8)
  (func (export "_start")
    (drop (memory.grow (i32.const 3)))
    (call $exit (i32.add (memory.grow (i32.const 1)) (memory.size)))))

;; [status 9]
