;;! relocation: aarch64 R_AARCH64_ADR_PREL_PG_HI21 wasmc.data.0
;;! relocation: aarch64 R_AARCH64_ADR_PREL_PG_HI21 wasmc.segment_lengths
;;! relocation: aarch64 R_AARCH64_CALL26 wasmc_memory_move
;;! relocation: riscv64 R_RISCV_PCREL_HI20 wasmc.data.0
;;! relocation: x86_64 R_X86_64_PLT32 wasmc.data.0
;;! relocation: aarch64-macos ARM64_RELOC_PAGE21 _wasmc.data.0
;; Read-only data: a passive segment, and its length, which an instruction may change.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (data $bytes "0123456789")
  (func (export "_start")
    (memory.init $bytes (i32.const 100) (i32.const 3) (i32.const 4))
    (data.drop $bytes)
    (call $exit (i32.load8_u (i32.const 103)))))

;; [status 54]
