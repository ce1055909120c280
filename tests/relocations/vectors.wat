;; Constants of 16 bytes, and the masks that some CPUs need for shuffles: no relocation either.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 0)
  (func $shuffled (param v128) (result v128)
    (i8x16.shuffle 0 17 2 19 4 21 6 23 8 25 10 27 12 29 14 31
      (local.get 0) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)))
  (func (export "_start")
    (call $exit (i32x4.extract_lane 2
      (i32x4.add
        (v128.and (call $shuffled (v128.const i32x4 1 2 0x33333333 4)) (v128.const i32x4 0xff 0xff 0xff 0xff))
        (v128.const i32x4 1 2 3 4))))))

;; [status 54]
