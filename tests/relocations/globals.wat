;;! relocation: x86_64 R_X86_64_PLT32 wasmc.globals
;;! relocation: aarch64 R_AARCH64_ADR_PREL_PG_HI21 wasmc.globals
;;! relocation: aarch64 R_AARCH64_ADD_ABS_LO12_NC wasmc.globals
;;! relocation: riscv64 R_RISCV_PCREL_HI20 wasmc.globals
;;! relocation: riscv64 R_RISCV_PCREL_LO12_I *
;;! relocation: x86_64-macos X86_64_RELOC_BRANCH _wasmc.globals
;;! relocation: aarch64-macos ARM64_RELOC_PAGE21 _wasmc.globals
;;! relocation: aarch64-macos ARM64_RELOC_PAGEOFF12 _wasmc.globals
;; Addresses of data, with a distance from the symbol: globals of all sizes, each at its own place.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (global $a (mut i32) (i32.const 1))
  (global $b (mut i64) (i64.const 2))
  (global $c (mut f32) (f32.const 4))
  (global $d (mut f64) (f64.const 8))
  (global $e (mut i32) (i32.const 16))
  (func $count
    (global.set $a (i32.add (global.get $a) (global.get $e)))
    (global.set $b (i64.add (global.get $b) (i64.const 1)))
    (global.set $c (f32.add (global.get $c) (f32.const 1)))
    (global.set $d (f64.add (global.get $d) (f64.const 1)))
    (global.set $e (i32.add (global.get $e) (i32.const 1))))
  (func (export "_start")
    (call $count)
    (call $count)
    (call $exit (i32.add
      (i32.add (global.get $a) (i32.wrap_i64 (global.get $b)))
      (i32.add (i32.add (i32.trunc_f32_s (global.get $c)) (i32.trunc_f64_s (global.get $d))) (global.get $e))))))

;; [status 72]
