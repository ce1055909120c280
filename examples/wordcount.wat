;; Counts the words of a text and prints the most frequent ones.
;;
;;   wordcount [COUNT [FILE]...]
;;
;; Reads standard input, or the files, by names relative to the first preopened directory (descriptor 3). COUNT is how
;; many words to print; 10 unless given. A word is a run of ASCII letters (their case does not matter), digits,
;; apostrophes and bytes of other UTF-8 characters.
;;
;; Exit status: 0; 1 if a file cannot be read; 2 if COUNT is no number.
;;
;; Memory:
;;
;;   0x00000   cells for the results of host calls
;;   0x00100   messages
;;   0x01000   16384 buckets: each the address of an entry, or 0
;;   0x11000   input, 64 KiB
;;   0x21000   output, 4 KiB
;;   0x22000   arguments, then entries, then the sorted array of their addresses; grows
;;
;; An entry is a word that was met:
;;
;;   +0 next entry of its bucket   +4 hash   +8 count   +12 length   +16 the bytes of the word
(module
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_close" (func $fd_close (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))

  (memory (export "memory") 3)

  ;; An I/O vector, and cells in which host calls leave their results.
  (global $iovec i32 (i32.const 16))
  (global $bytes_done i32 (i32.const 24))
  (global $opened i32 (i32.const 28))
  (global $argument_count i32 (i32.const 32))
  (global $argument_bytes i32 (i32.const 36))

  (data (i32.const 0x100) "wordcount: ")
  (data (i32.const 0x110) "usage: wordcount [COUNT [FILE]...]\n")
  (data (i32.const 0x140) "cannot open ")
  (data (i32.const 0x150) "cannot read ")
  (data (i32.const 0x160) "cannot write")
  (data (i32.const 0x170) "out of memory")
  (data (i32.const 0x180) "standard input")
  (data (i32.const 0x190) " words, ")
  (data (i32.const 0x1a0) " different\n")

  (global $buckets i32 (i32.const 0x1000))
  (global $bucket_mask i32 (i32.const 16383))
  (global $input i32 (i32.const 0x11000))
  (global $input_bytes i32 (i32.const 0x10000))
  (global $output i32 (i32.const 0x21000))
  (global $output_bytes i32 (i32.const 0x1000))

  ;; Bytes in the output buffer.
  (global $pending (mut i32) (i32.const 0))
  ;; Where the next entry goes. The word that is being read is put together in its place.
  (global $heap (mut i32) (i32.const 0x22000))
  ;; Length and FNV-1a hash of the word that is being read.
  (global $length (mut i32) (i32.const 0))
  (global $hash (mut i32) (i32.const 0x811c9dc5))
  ;; Words met, and how many of them are different.
  (global $total (mut i32) (i32.const 0))
  (global $different (mut i32) (i32.const 0))

  ;; ---- Output ----

  ;; Writes all bytes: a host call may take fewer than it is given.
  (func $write (param $fd i32) (param $from i32) (param $bytes i32)
    (loop $more
      (if (i32.eqz (local.get $bytes)) (then (return)))
      (i32.store (global.get $iovec) (local.get $from))
      (i32.store offset=4 (global.get $iovec) (local.get $bytes))
      (if (call $fd_write (local.get $fd) (global.get $iovec) (i32.const 1) (global.get $bytes_done))
        (then
          ;; Nobody reads any more, or the disk is full. Where even that cannot be said, the status says it.
          (if (i32.eq (local.get $fd) (i32.const 1))
            (then (call $complain (i32.const 0x160) (i32.const 12) (i32.const 0) (i32.const 0))))
          (call $proc_exit (i32.const 1))))
      (local.set $from (i32.add (local.get $from) (i32.load (global.get $bytes_done))))
      (local.set $bytes (i32.sub (local.get $bytes) (i32.load (global.get $bytes_done))))
      (br $more)))

  ;; Writes `wordcount: WHAT NAME` to standard error.
  (func $complain (param $what i32) (param $what_bytes i32) (param $name i32) (param $name_bytes i32)
    (call $write (i32.const 2) (i32.const 0x100) (i32.const 11))
    (call $write (i32.const 2) (local.get $what) (local.get $what_bytes))
    (call $write (i32.const 2) (local.get $name) (local.get $name_bytes))
    (i32.store8 (global.get $opened) (i32.const 10))
    (call $write (i32.const 2) (global.get $opened) (i32.const 1)))

  (func $flush
    (call $write (i32.const 1) (global.get $output) (global.get $pending))
    (global.set $pending (i32.const 0)))

  (func $put (param $byte i32)
    (if (i32.eq (global.get $pending) (global.get $output_bytes)) (then (call $flush)))
    (i32.store8 (i32.add (global.get $output) (global.get $pending)) (local.get $byte))
    (global.set $pending (i32.add (global.get $pending) (i32.const 1))))

  (func $put_all (param $from i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (local.get $bytes)))
    (loop $next
      (if (i32.ne (local.get $from) (local.get $end))
        (then
          (call $put (i32.load8_u (local.get $from)))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))
          (br $next)))))

  ;; A number, with spaces before it up to the width.
  (func $put_number (param $number i32) (param $width i32)
    (local $rest i32)
    (local.set $rest (i32.div_u (local.get $number) (i32.const 10)))
    (local.set $width (i32.sub (local.get $width) (i32.const 1)))
    (if (local.get $rest)
      (then (call $put_number (local.get $rest) (local.get $width)))
      (else
        (loop $pad
          (if (i32.gt_s (local.get $width) (i32.const 0))
            (then
              (call $put (i32.const 32))
              (local.set $width (i32.sub (local.get $width) (i32.const 1)))
              (br $pad))))))
    (call $put (i32.add (i32.const 48) (i32.rem_u (local.get $number) (i32.const 10)))))

  ;; ---- Memory ----

  ;; Makes the memory up to this address usable. Addresses stay below 2^31, so that their sums cannot wrap.
  (func $reserve (param $end i32)
    (local $missing i32)
    (local.set $missing
      (i32.sub
        (i32.shr_u (i32.add (local.get $end) (i32.const 0xffff)) (i32.const 16))
        (memory.size)))
    (if (i32.le_s (local.get $missing) (i32.const 0)) (then (return)))
    (if (i32.ge_s (local.get $end) (i32.const 0))
      (then
        ;; A sixteenth more than asked for: growing page by page would be a host call for each.
        (if (i32.ne (i32.const -1)
              (memory.grow (i32.add (local.get $missing) (i32.shr_u (memory.size) (i32.const 4)))))
          (then (return)))
        (if (i32.ne (i32.const -1) (memory.grow (local.get $missing))) (then (return)))))
    (call $complain (i32.const 0x170) (i32.const 13) (i32.const 0) (i32.const 0))
    (call $proc_exit (i32.const 1)))

  ;; ---- Counting ----

  (func $is_letter (param $byte i32) (result i32)
    ;; Bit 5 tells lower case from upper case.
    (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 32)) (i32.const 97)) (i32.const 26)))

  (func $is_part_of_word (param $byte i32) (result i32)
    (i32.or
      (i32.or (call $is_letter (local.get $byte)) (i32.ge_u (local.get $byte) (i32.const 0x80)))
      (i32.or
        (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10))
        (i32.eq (local.get $byte) (i32.const 39)))))

  ;; Takes the next byte of the text.
  (func $take (param $byte i32)
    (if (i32.eqz (call $is_part_of_word (local.get $byte)))
      (then
        (call $end_word)
        (return)))
    (if (call $is_letter (local.get $byte))
      (then (local.set $byte (i32.or (local.get $byte) (i32.const 32)))))
    (call $reserve (i32.add (i32.add (global.get $heap) (global.get $length)) (i32.const 17)))
    (i32.store8 offset=16 (i32.add (global.get $heap) (global.get $length)) (local.get $byte))
    (global.set $length (i32.add (global.get $length) (i32.const 1)))
    (global.set $hash (i32.mul (i32.xor (global.get $hash) (local.get $byte)) (i32.const 0x01000193))))

  ;; Ends the word that is being read, if there is one: it is either known, and counted, or becomes an entry.
  (func $end_word
    (local $bucket i32)
    (local $entry i32)
    (if (i32.eqz (global.get $length)) (then (return)))
    (global.set $total (i32.add (global.get $total) (i32.const 1)))
    (local.set $bucket
      (i32.add
        (global.get $buckets)
        (i32.shl (i32.and (global.get $hash) (global.get $bucket_mask)) (i32.const 2))))
    (local.set $entry (i32.load (local.get $bucket)))
    (block $done
      (loop $next
        (if (local.get $entry)
          (then
            (if (call $is_word (local.get $entry))
              (then
                (i32.store offset=8 (local.get $entry)
                  (i32.add (i32.load offset=8 (local.get $entry)) (i32.const 1)))
                (br $done)))
            (local.set $entry (i32.load (local.get $entry)))
            (br $next))))
      ;; Not met before: the word is in its place already, and gets its header.
      (local.set $entry (global.get $heap))
      (i32.store (local.get $entry) (i32.load (local.get $bucket)))
      (i32.store offset=4 (local.get $entry) (global.get $hash))
      (i32.store offset=8 (local.get $entry) (i32.const 1))
      (i32.store offset=12 (local.get $entry) (global.get $length))
      (i32.store (local.get $bucket) (local.get $entry))
      (global.set $different (i32.add (global.get $different) (i32.const 1)))
      ;; The next entry begins on a multiple of 8.
      (global.set $heap
        (i32.and
          (i32.add (i32.add (local.get $entry) (global.get $length)) (i32.const 23))
          (i32.const -8))))
    (global.set $length (i32.const 0))
    (global.set $hash (i32.const 0x811c9dc5)))

  ;; Whether an entry is that of the word that is being read.
  (func $is_word (param $entry i32) (result i32)
    (if (i32.ne (i32.load offset=4 (local.get $entry)) (global.get $hash)) (then (return (i32.const 0))))
    (if (i32.ne (i32.load offset=12 (local.get $entry)) (global.get $length)) (then (return (i32.const 0))))
    (i32.eqz
      (call $compare
        (i32.add (local.get $entry) (i32.const 16))
        (i32.add (global.get $heap) (i32.const 16))
        (global.get $length))))

  ;; Negative, zero or positive as the first bytes are less than, equal to or greater than the second.
  (func $compare (param $a i32) (param $b i32) (param $bytes i32) (result i32)
    (local $difference i32)
    (loop $next
      (if (i32.eqz (local.get $bytes)) (then (return (i32.const 0))))
      (local.set $difference (i32.sub (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b))))
      (if (local.get $difference) (then (return (local.get $difference))))
      (local.set $a (i32.add (local.get $a) (i32.const 1)))
      (local.set $b (i32.add (local.get $b) (i32.const 1)))
      (local.set $bytes (i32.sub (local.get $bytes) (i32.const 1)))
      (br $next))
    (unreachable))

  ;; Counts the words of an open file to its end; 0 if it can be read.
  (func $count_words (param $fd i32) (result i32)
    (local $at i32)
    (local $end i32)
    (loop $more
      (i32.store (global.get $iovec) (global.get $input))
      (i32.store offset=4 (global.get $iovec) (global.get $input_bytes))
      (if (call $fd_read (local.get $fd) (global.get $iovec) (i32.const 1) (global.get $bytes_done))
        (then (return (i32.const 1))))
      (local.set $at (global.get $input))
      (local.set $end (i32.add (global.get $input) (i32.load (global.get $bytes_done))))
      (if (i32.eq (local.get $at) (local.get $end))
        (then
          ;; The end of the file ends a word too.
          (call $end_word)
          (return (i32.const 0))))
      (loop $bytes
        (call $take (i32.load8_u (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $bytes (i32.ne (local.get $at) (local.get $end))))
      (br $more))
    (unreachable))

  ;; ---- Sorting ----

  ;; Whether entry $a is printed before entry $b: the more frequent first, then by the alphabet.
  (func $before (param $a i32) (param $b i32) (result i32)
    (local $order i32)
    (local $shorter i32)
    (if (i32.ne (i32.load offset=8 (local.get $a)) (i32.load offset=8 (local.get $b)))
      (then (return (i32.gt_u (i32.load offset=8 (local.get $a)) (i32.load offset=8 (local.get $b))))))
    (local.set $shorter
      (i32.lt_u (i32.load offset=12 (local.get $a)) (i32.load offset=12 (local.get $b))))
    (local.set $order
      (call $compare
        (i32.add (local.get $a) (i32.const 16))
        (i32.add (local.get $b) (i32.const 16))
        (select
          (i32.load offset=12 (local.get $a))
          (i32.load offset=12 (local.get $b))
          (local.get $shorter))))
    (if (result i32) (local.get $order)
      (then (i32.lt_s (local.get $order) (i32.const 0)))
      ;; One begins with the other.
      (else (local.get $shorter))))

  ;; The address of item $index of the array that begins at $heap.
  (func $item (param $index i32) (result i32)
    (i32.add (global.get $heap) (i32.shl (local.get $index) (i32.const 2))))

  ;; Restores the order of a heap (no item is printed later than its parent) of $count items, in which only the item
  ;; $index may be out of place.
  (func $sift (param $index i32) (param $count i32)
    (local $child i32)
    (local $entry i32)
    (local.set $entry (i32.load (call $item (local.get $index))))
    (block $done
      (loop $next
        (local.set $child (i32.add (i32.shl (local.get $index) (i32.const 1)) (i32.const 1)))
        (br_if $done (i32.ge_u (local.get $child) (local.get $count)))
        ;; Of two children, the one to be printed later.
        (if (i32.lt_u (i32.add (local.get $child) (i32.const 1)) (local.get $count))
          (then
            (local.set $child
              (i32.add
                (local.get $child)
                (call $before
                  (i32.load (call $item (local.get $child)))
                  (i32.load offset=4 (call $item (local.get $child))))))))
        (br_if $done
          (i32.eqz (call $before (local.get $entry) (i32.load (call $item (local.get $child))))))
        (i32.store (call $item (local.get $index)) (i32.load (call $item (local.get $child))))
        (local.set $index (local.get $child))
        (br $next)))
    (i32.store (call $item (local.get $index)) (local.get $entry)))

  ;; Puts the addresses of all entries into an array at $heap, in the order in which they are printed (heapsort).
  (func $sort
    (local $bucket i32)
    (local $entry i32)
    (local $count i32)
    (call $reserve (call $item (global.get $different)))
    (local.set $bucket (global.get $buckets))
    (loop $next_bucket
      (local.set $entry (i32.load (local.get $bucket)))
      (loop $next_entry
        (if (local.get $entry)
          (then
            (i32.store (call $item (local.get $count)) (local.get $entry))
            (local.set $count (i32.add (local.get $count) (i32.const 1)))
            (local.set $entry (i32.load (local.get $entry)))
            (br $next_entry))))
      (local.set $bucket (i32.add (local.get $bucket) (i32.const 4)))
      (br_if $next_bucket (i32.lt_u (local.get $bucket) (global.get $input))))
    (local.set $bucket (i32.shr_u (local.get $count) (i32.const 1)))
    (loop $build
      (if (local.get $bucket)
        (then
          (local.set $bucket (i32.sub (local.get $bucket) (i32.const 1)))
          (call $sift (local.get $bucket) (local.get $count))
          (br $build))))
    (loop $take_last
      (if (i32.gt_u (local.get $count) (i32.const 1))
        (then
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (local.set $entry (i32.load (call $item (local.get $count))))
          (i32.store (call $item (local.get $count)) (i32.load (global.get $heap)))
          (i32.store (global.get $heap) (local.get $entry))
          (call $sift (i32.const 0) (local.get $count))
          (br $take_last)))))

  ;; ---- The program ----

  (func $string_bytes (param $string i32) (result i32)
    (local $end i32)
    (local.set $end (local.get $string))
    (loop $next
      (if (i32.load8_u (local.get $end))
        (then
          (local.set $end (i32.add (local.get $end) (i32.const 1)))
          (br $next))))
    (i32.sub (local.get $end) (local.get $string)))

  ;; A decimal number; ends the program if the string is none or is 2^31 or more.
  (func $number (param $string i32) (result i32)
    (local $number i64)
    (local $digit i32)
    (loop $next
      (local.set $digit (i32.sub (i32.load8_u (local.get $string)) (i32.const 48)))
      (local.set $number
        (i64.add (i64.mul (local.get $number) (i64.const 10)) (i64.extend_i32_u (local.get $digit))))
      (if (i32.or
            (i32.ge_u (local.get $digit) (i32.const 10))
            (i64.ge_u (local.get $number) (i64.const 0x80000000)))
        (then
          (call $write (i32.const 2) (i32.const 0x110) (i32.const 35))
          (call $proc_exit (i32.const 2))))
      (local.set $string (i32.add (local.get $string) (i32.const 1)))
      (br_if $next (i32.load8_u (local.get $string))))
    (i32.wrap_i64 (local.get $number)))

  ;; Counts the words of the file of this name.
  (func $count_file (param $name i32)
    (local $name_bytes i32)
    (local $fd i32)
    (local.set $name_bytes (call $string_bytes (local.get $name)))
    ;; Descriptor 3; follow links; the right to read (`fd_read`, bit 1), and none to pass on.
    (if (call $path_open
          (i32.const 3) (i32.const 1) (local.get $name) (local.get $name_bytes)
          (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (global.get $opened))
      (then
        (call $complain (i32.const 0x140) (i32.const 12) (local.get $name) (local.get $name_bytes))
        (call $proc_exit (i32.const 1))))
    (local.set $fd (i32.load (global.get $opened)))
    (if (call $count_words (local.get $fd))
      (then
        (call $complain (i32.const 0x150) (i32.const 12) (local.get $name) (local.get $name_bytes))
        (call $proc_exit (i32.const 1))))
    (drop (call $fd_close (local.get $fd))))

  (func $print_line (param $entry i32)
    (call $put_number (i32.load offset=8 (local.get $entry)) (i32.const 8))
    (call $put (i32.const 32))
    (call $put_all (i32.add (local.get $entry) (i32.const 16)) (i32.load offset=12 (local.get $entry)))
    (call $put (i32.const 10)))

  (func (export "_start")
    (local $arguments i32)
    (local $argument_count i32)
    (local $index i32)
    (local $lines i32)
    (local.set $lines (i32.const 10))

    ;; The arguments: an array of addresses at $heap, and the strings behind it.
    (if (call $args_sizes_get (global.get $argument_count) (global.get $argument_bytes)) (then (unreachable)))
    (local.set $arguments (global.get $heap))
    (local.set $argument_count (i32.load (global.get $argument_count)))
    (global.set $heap
      (i32.and
        (i32.add
          (i32.add (call $item (local.get $argument_count)) (i32.load (global.get $argument_bytes)))
          (i32.const 7))
        (i32.const -8)))
    (call $reserve (global.get $heap))
    (if (call $args_get
          (local.get $arguments)
          (i32.add (local.get $arguments) (i32.shl (local.get $argument_count) (i32.const 2))))
      (then (unreachable)))

    (if (i32.gt_u (local.get $argument_count) (i32.const 1))
      (then (local.set $lines (call $number (i32.load offset=4 (local.get $arguments))))))
    (if (i32.gt_u (local.get $argument_count) (i32.const 2))
      (then
        (local.set $index (i32.const 2))
        (loop $next_file
          (call $count_file
            (i32.load (i32.add (local.get $arguments) (i32.shl (local.get $index) (i32.const 2)))))
          (local.set $index (i32.add (local.get $index) (i32.const 1)))
          (br_if $next_file (i32.lt_u (local.get $index) (local.get $argument_count)))))
      (else
        (if (call $count_words (i32.const 0))
          (then
            (call $complain (i32.const 0x150) (i32.const 12) (i32.const 0x180) (i32.const 14))
            (call $proc_exit (i32.const 1))))))

    (call $sort)
    (if (i32.gt_u (local.get $lines) (global.get $different))
      (then (local.set $lines (global.get $different))))
    (local.set $index (i32.const 0))
    (loop $next_line
      (if (i32.lt_u (local.get $index) (local.get $lines))
        (then
          (call $print_line (i32.load (call $item (local.get $index))))
          (local.set $index (i32.add (local.get $index) (i32.const 1)))
          (br $next_line))))
    (call $put_number (global.get $total) (i32.const 8))
    (call $put_all (i32.const 0x190) (i32.const 8))
    (call $put_number (global.get $different) (i32.const 0))
    (call $put_all (i32.const 0x1a0) (i32.const 11))
    (call $flush))
)
