;; Prints the Mandelbrot set.
;;
;;   mandelbrot [COLUMNS]
;;
;; COLUMNS is the width of the picture, an even number from 2 to 1000; 78 unless given. Two neighboring points are
;; computed at once, one in each half of a 128-bit vector.
;;
;; Exit status: 0; 1 if the picture cannot be written; 2 if COLUMNS is no such number.
;;
;; Memory:
;;
;;   0x0000   cells for the results of host calls
;;   0x0100   the usage, and the characters for how soon a point escapes
;;   0x0200   arguments: addresses, then strings
;;   0x8000   the line that is being made
(module
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  (global $iovec i32 (i32.const 16))
  (global $bytes_done i32 (i32.const 24))
  (global $argument_count i32 (i32.const 32))
  (global $argument_bytes i32 (i32.const 36))
  (global $characters i32 (i32.const 0x140))
  (global $arguments i32 (i32.const 0x200))
  (global $line i32 (i32.const 0x8000))
  ;; A point that has not escaped after so many steps counts as one of the set.
  (global $steps_max i32 (i32.const 500))

  (data (i32.const 0x100) "usage: mandelbrot [COLUMNS], an even number from 2 to 1000\n")
  ;; By the number of bits of the step in which a point escapes; the last is for those that do not.
  (data (i32.const 0x140) "  .:-=+*%@#")

  ;; Writes all bytes: a host call may take fewer than it is given.
  (func $write (param $fd i32) (param $from i32) (param $bytes i32)
    (loop $more
      (if (i32.eqz (local.get $bytes)) (then (return)))
      (i32.store (global.get $iovec) (local.get $from))
      (i32.store offset=4 (global.get $iovec) (local.get $bytes))
      (if (call $fd_write (local.get $fd) (global.get $iovec) (i32.const 1) (global.get $bytes_done))
        (then (call $proc_exit (i32.const 1))))
      (local.set $from (i32.add (local.get $from) (i32.load (global.get $bytes_done))))
      (local.set $bytes (i32.sub (local.get $bytes) (i32.load (global.get $bytes_done))))
      (br $more)))

  (func $refuse
    (call $write (i32.const 2) (i32.const 0x100) (i32.const 59))
    (call $proc_exit (i32.const 2)))

  ;; The first argument, or 78.
  (func $columns (result i32)
    (local $string i32)
    (local $digit i32)
    (local $columns i32)
    (if (call $args_sizes_get (global.get $argument_count) (global.get $argument_bytes)) (then (unreachable)))
    (if (i32.lt_u (i32.load (global.get $argument_count)) (i32.const 2)) (then (return (i32.const 78))))
    ;; Arguments that do not fit between 0x200 and 0x8000 are not the one that is expected.
    (if (i32.or
          (i32.gt_u (i32.load (global.get $argument_count)) (i32.const 2))
          (i32.gt_u (i32.load (global.get $argument_bytes)) (i32.const 0x7000)))
      (then (call $refuse)))
    (if (call $args_get (global.get $arguments) (i32.add (global.get $arguments) (i32.const 8)))
      (then (unreachable)))
    (local.set $string (i32.load offset=4 (global.get $arguments)))
    (loop $next
      (local.set $digit (i32.sub (i32.load8_u (local.get $string)) (i32.const 48)))
      (local.set $columns (i32.add (i32.mul (local.get $columns) (i32.const 10)) (local.get $digit)))
      (if (i32.or (i32.ge_u (local.get $digit) (i32.const 10)) (i32.gt_u (local.get $columns) (i32.const 1000)))
        (then (call $refuse)))
      (local.set $string (i32.add (local.get $string) (i32.const 1)))
      (br_if $next (i32.load8_u (local.get $string))))
    (if (i32.or (i32.eqz (local.get $columns)) (i32.and (local.get $columns) (i32.const 1)))
      (then (call $refuse)))
    (local.get $columns))

  ;; In which step of z := z^2 + c the points c escape, for two c at once: their real and imaginary parts.
  (func $steps (param $real v128) (param $imaginary v128) (result v128)
    (local $x v128)
    (local $y v128)
    (local $x_squared v128)
    (local $y_squared v128)
    (local $inside v128)
    (local $steps v128)
    (local $left i32)
    (local.set $left (global.get $steps_max))
    (loop $next
      (local.set $x_squared (f64x2.mul (local.get $x) (local.get $x)))
      (local.set $y_squared (f64x2.mul (local.get $y) (local.get $y)))
      (local.set $inside
        (f64x2.le (f64x2.add (local.get $x_squared) (local.get $y_squared)) (v128.const f64x2 4 4)))
      ;; A comparison gives -1 where it holds. A point that has escaped never comes back.
      (local.set $steps (i64x2.sub (local.get $steps) (local.get $inside)))
      (local.set $y
        (f64x2.add
          (f64x2.mul (f64x2.add (local.get $x) (local.get $x)) (local.get $y))
          (local.get $imaginary)))
      (local.set $x
        (f64x2.add (f64x2.sub (local.get $x_squared) (local.get $y_squared)) (local.get $real)))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br_if $next (i32.and (v128.any_true (local.get $inside)) (i32.ne (local.get $left) (i32.const 0)))))
    (local.get $steps))

  ;; The character for a number of steps.
  (func $character (param $steps i32) (result i32)
    (i32.load8_u
      (i32.add
        (global.get $characters)
        (select
          (i32.const 10)
          (i32.sub (i32.const 32) (i32.clz (local.get $steps)))
          (i32.eq (local.get $steps) (global.get $steps_max))))))

  ;; The real part of a column: the picture shows -2.2 to 0.8.
  (func $real (param $column i32) (param $columns i32) (result f64)
    (f64.sub
      (f64.div
        (f64.mul (f64.const 3) (f64.convert_i32_u (local.get $column)))
        (f64.convert_i32_u (local.get $columns)))
      (f64.const 2.2)))

  ;; The imaginary part of a row: the picture shows 1.2 to -1.2.
  (func $imaginary (param $row i32) (param $rows i32) (result f64)
    (f64.sub
      (f64.const 1.2)
      (f64.div
        (f64.mul (f64.const 2.4) (f64.convert_i32_u (local.get $row)))
        (f64.convert_i32_u (local.get $rows)))))

  (func $print_row (param $imaginary f64) (param $columns i32)
    (local $column i32)
    (local $steps v128)
    (loop $next
      (local.set $steps
        (call $steps
          (f64x2.replace_lane 1
            (f64x2.splat (call $real (local.get $column) (local.get $columns)))
            (call $real (i32.add (local.get $column) (i32.const 1)) (local.get $columns)))
          (f64x2.splat (local.get $imaginary))))
      (i32.store8
        (i32.add (global.get $line) (local.get $column))
        (call $character (i32.wrap_i64 (i64x2.extract_lane 0 (local.get $steps)))))
      (i32.store8 offset=1
        (i32.add (global.get $line) (local.get $column))
        (call $character (i32.wrap_i64 (i64x2.extract_lane 1 (local.get $steps)))))
      (local.set $column (i32.add (local.get $column) (i32.const 2)))
      (br_if $next (i32.lt_u (local.get $column) (local.get $columns))))
    (i32.store8 (i32.add (global.get $line) (local.get $columns)) (i32.const 10))
    (call $write (i32.const 1) (global.get $line) (i32.add (local.get $columns) (i32.const 1))))

  (func (export "_start")
    (local $columns i32)
    (local $rows i32)
    (local $row i32)
    (local.set $columns (call $columns))
    ;; Characters are about twice as high as they are wide. The last row is the mirror image of the first.
    (local.set $rows (i32.div_u (i32.mul (local.get $columns) (i32.const 2)) (i32.const 5)))
    (loop $next
      (call $print_row
        (call $imaginary (local.get $row) (select (local.get $rows) (i32.const 1) (local.get $rows)))
        (local.get $columns))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $next (i32.le_u (local.get $row) (local.get $rows)))))
)
