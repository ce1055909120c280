;;! relocation: x86_64 R_X86_64_64 *
;;! relocation: aarch64 R_AARCH64_ABS64 *
;;! relocation: riscv64 R_RISCV_64 *
;;! relocation: x86_64-macos X86_64_RELOC_UNSIGNED *
;;! relocation: aarch64-macos ARM64_RELOC_UNSIGNED *
;;! relocation: aarch64 R_AARCH64_ADR_PREL_PG_HI21 wasmc_tables
;;! relocation: aarch64 R_AARCH64_ADD_ABS_LO12_NC wasmc.table.1
;;! relocation: riscv64 R_RISCV_PCREL_HI20 wasmc_tables
;;! relocation: x86_64 R_X86_64_PLT32 wasmc.table.1
;;! relocation: aarch64-macos ARM64_RELOC_PAGE21 _wasmc.table.1
;; Pointers in data: descriptions of tables, one that grows and one that never changes. Addresses of functions, from all of
;; the places where a program can have one: an element, a global, ref.func.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (type $f (func (param i32) (result i32)))
  (table $grows 3 8 funcref)
  (table $fixed funcref (elem $double $square))
  (elem (table $grows) (i32.const 0) func $double $square)
  (global $chosen (mut funcref) (ref.func $double))
  (func $double (param i32) (result i32) (i32.add (local.get 0) (local.get 0)))
  (func $square (param i32) (result i32) (i32.mul (local.get 0) (local.get 0)))
  (func $next (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (elem declare func $next)
  (func (export "_start")
    (table.set $grows (i32.const 2) (global.get $chosen))
    (global.set $chosen (ref.func $next))
    (drop (table.grow $grows (global.get $chosen) (i32.const 2)))
    (call $exit
      (call_indirect $grows (type $f)
        (call_indirect $grows (type $f)
          (call_indirect $fixed (type $f)
            (call_indirect $grows (type $f) (i32.const 4) (i32.const 1))
            (i32.const 0))
          (i32.const 4))
        (i32.const 2)))))

;; [status 66]
