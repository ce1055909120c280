  ;; The part of every driver that performs an action and writes one line about it,
  ;;
  ;;   FILE:LINE[ wrong[ WORD]...] KIND
  ;;
  ;; where KIND is how the action ended (0 if it returned, else the kind of trap), and the words are the results, if they
  ;; are not as expected. Each line is written before the next action begins, so that the last one shows where a program
  ;; died.
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasmc:script" "try" (func $try (param funcref) (result i32)))
  (import "wasmc:script" "extern" (func $extern (param i64) (result externref)))
  (import "wasmc:script" "word" (func $word (param externref) (result i64)))

  ;; 0: what fd_write is given (address, length). 8: what it gives. 16: the file's name. 1024: the line.
  (memory (export "memory") 1)
  (global $end (mut i32) (i32.const 1024))

  (func $byte (param $byte i32)
    (i32.store8 (global.get $end) (local.get $byte))
    (global.set $end (i32.add (global.get $end) (i32.const 1))))

  (func $number (param $number i64) (param $base i64)
    (local $digit i32)
    (if (i64.ge_u (local.get $number) (local.get $base))
      (then (call $number (i64.div_u (local.get $number) (local.get $base)) (local.get $base))))
    (local.set $digit (i32.wrap_i64 (i64.rem_u (local.get $number) (local.get $base))))
    (call $byte
      (i32.add (local.get $digit)
        (select (i32.const 48) (i32.const 87) (i32.lt_u (local.get $digit) (i32.const 10))))))

  ;; " wrong"
  (func $wrong
    (i64.store (global.get $end) (i64.const 0x676e6f727720))
    (global.set $end (i32.add (global.get $end) (i32.const 6))))

  ;; A word of a result.
  (func $show (param $word i64)
    (call $byte (i32.const 32))
    (call $number (local.get $word) (i64.const 16)))

  (func $perform (param $line i32) (param $action funcref)
    (local $kind i32)
    (global.set $end (i32.const 1024))
    (memory.copy (global.get $end) (i32.const 16) (global.get $name))
    (global.set $end (i32.add (global.get $end) (global.get $name)))
    (call $byte (i32.const 58))
    (call $number (i64.extend_i32_u (local.get $line)) (i64.const 10))
    (local.set $kind (call $try (local.get $action)))
    (call $byte (i32.const 32))
    (call $number (i64.extend_i32_u (local.get $kind)) (i64.const 10))
    (call $byte (i32.const 10))
    (i32.store (i32.const 0) (i32.const 1024))
    (i32.store (i32.const 4) (i32.sub (global.get $end) (i32.const 1024)))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
