;;! build: --deterministic --invoke all
;; Under --deterministic, instructions whose results WebAssembly leaves open give the same on every processor: relaxed SIMD
;; does what the strict instructions do (multiply-adds round twice), and a NaN that an operation generates is canonical. Each
;; line is a hash of 1000 results; operands are random bits, numbers at the edges of the conversions, NaNs of both signs with
;; and without payloads, and bytes whose products do not fit.
(module
  (type $operator (func (result v128)))
  (memory 1)
  ;; 16 of f32, then 16 of f64: zeros, ones, infinities, NaNs, powers of two around 2^31 and 2^32, extremes.
  (data (i32.const 0)
    "\00\00\00\00\00\00\00\80\00\00\80\3f\00\00\80\bf\00\00\80\7f\00\00\80\ff\00\00\c0\7f\00\00\c0\ff"
    "\01\00\80\7f\34\12\ff\ff\00\00\00\4f\00\00\00\cf\00\00\80\4f\ff\ff\7f\4f\01\00\00\00\ff\ff\7f\7f"
    "\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\80\00\00\00\00\00\00\f0\3f\00\00\00\00\00\00\f0\bf"
    "\00\00\00\00\00\00\f0\7f\00\00\00\00\00\00\f0\ff\00\00\00\00\00\00\f8\7f\00\00\00\00\00\00\f8\ff"
    "\01\00\00\00\00\00\f0\7f\34\12\00\00\00\00\ff\ff\00\00\00\00\00\00\e0\41\00\00\00\00\00\00\e0\c1"
    "\00\00\00\00\00\00\f0\41\00\00\e0\ff\ff\ff\ef\41\01\00\00\00\00\00\00\00\ff\ff\ff\ff\ff\ff\ef\7f")
  (global $state (mut i64) (i64.const 0))

  ;; SplitMix64.
  (func $random (result i64) (local $bits i64)
    (global.set $state (i64.add (global.get $state) (i64.const 0x9e3779b97f4a7c15)))
    (local.set $bits (i64.xor (global.get $state) (i64.shr_u (global.get $state) (i64.const 30))))
    (local.set $bits (i64.mul (local.get $bits) (i64.const 0xbf58476d1ce4e5b9)))
    (local.set $bits (i64.xor (local.get $bits) (i64.shr_u (local.get $bits) (i64.const 27))))
    (local.set $bits (i64.mul (local.get $bits) (i64.const 0x94d049bb133111eb)))
    (i64.xor (local.get $bits) (i64.shr_u (local.get $bits) (i64.const 31))))
  (func $one_of_16 (result i32) (i32.and (i32.wrap_i64 (call $random)) (i32.const 15)))
  (func $special_32 (result i32) (i32.load (i32.shl (call $one_of_16) (i32.const 2))))
  (func $special_64 (result i64) (i64.load offset=64 (i32.shl (call $one_of_16) (i32.const 3))))
  (func $operand (result v128) (local $vector v128)
    (block $bytes (block $wide (block $narrow (block $random
      (br_table $random $narrow $wide $bytes (i32.shr_u (call $one_of_16) (i32.const 2))))
      (return (i64x2.replace_lane 1 (i64x2.splat (call $random)) (call $random))))
      (local.set $vector (i32x4.splat (call $special_32)))
      (local.set $vector (i32x4.replace_lane 1 (local.get $vector) (call $special_32)))
      (return (i32x4.replace_lane 2 (local.get $vector) (call $special_32))))
      (return (i64x2.replace_lane 1 (i64x2.splat (call $special_64)) (call $special_64))))
    (i64x2.replace_lane 0 (i8x16.splat (i32.const 0x80)) (call $random)))
  (func $f32x4.relaxed_madd (type $operator) (f32x4.relaxed_madd (call $operand) (call $operand) (call $operand)))
  (func $f32x4.relaxed_nmadd (type $operator) (f32x4.relaxed_nmadd (call $operand) (call $operand) (call $operand)))
  (func $f64x2.relaxed_madd (type $operator) (f64x2.relaxed_madd (call $operand) (call $operand) (call $operand)))
  (func $f64x2.relaxed_nmadd (type $operator) (f64x2.relaxed_nmadd (call $operand) (call $operand) (call $operand)))
  (func $i8x16.relaxed_laneselect (type $operator)
    (i8x16.relaxed_laneselect (call $operand) (call $operand) (call $operand)))
  (func $i16x8.relaxed_laneselect (type $operator)
    (i16x8.relaxed_laneselect (call $operand) (call $operand) (call $operand)))
  (func $i32x4.relaxed_laneselect (type $operator)
    (i32x4.relaxed_laneselect (call $operand) (call $operand) (call $operand)))
  (func $i64x2.relaxed_laneselect (type $operator)
    (i64x2.relaxed_laneselect (call $operand) (call $operand) (call $operand)))
  (func $i32x4.relaxed_dot_i8x16_i7x16_add_s (type $operator)
    (i32x4.relaxed_dot_i8x16_i7x16_add_s (call $operand) (call $operand) (call $operand)))
  (func $i8x16.relaxed_swizzle (type $operator) (i8x16.relaxed_swizzle (call $operand) (call $operand)))
  (func $f32x4.relaxed_min (type $operator) (f32x4.relaxed_min (call $operand) (call $operand)))
  (func $f32x4.relaxed_max (type $operator) (f32x4.relaxed_max (call $operand) (call $operand)))
  (func $f64x2.relaxed_min (type $operator) (f64x2.relaxed_min (call $operand) (call $operand)))
  (func $f64x2.relaxed_max (type $operator) (f64x2.relaxed_max (call $operand) (call $operand)))
  (func $i16x8.relaxed_q15mulr_s (type $operator) (i16x8.relaxed_q15mulr_s (call $operand) (call $operand)))
  (func $i16x8.relaxed_dot_i8x16_i7x16_s (type $operator)
    (i16x8.relaxed_dot_i8x16_i7x16_s (call $operand) (call $operand)))
  (func $f32x4.add (type $operator) (f32x4.add (call $operand) (call $operand)))
  (func $f64x2.mul (type $operator) (f64x2.mul (call $operand) (call $operand)))
  (func $f32x4.div (type $operator) (f32x4.div (call $operand) (call $operand)))
  (func $f64x2.min (type $operator) (f64x2.min (call $operand) (call $operand)))
  (func $i32x4.relaxed_trunc_f32x4_s (type $operator) (i32x4.relaxed_trunc_f32x4_s (call $operand)))
  (func $i32x4.relaxed_trunc_f32x4_u (type $operator) (i32x4.relaxed_trunc_f32x4_u (call $operand)))
  (func $i32x4.relaxed_trunc_f64x2_s_zero (type $operator) (i32x4.relaxed_trunc_f64x2_s_zero (call $operand)))
  (func $i32x4.relaxed_trunc_f64x2_u_zero (type $operator) (i32x4.relaxed_trunc_f64x2_u_zero (call $operand)))
  (func $f32x4.ceil (type $operator) (f32x4.ceil (call $operand)))
  (func $f64x2.floor (type $operator) (f64x2.floor (call $operand)))
  (func $f32x4.sqrt (type $operator) (f32x4.sqrt (call $operand)))
  (func $f32x4.demote_f64x2_zero (type $operator) (f32x4.demote_f64x2_zero (call $operand)))
  (func $f64x2.promote_low_f32x4 (type $operator) (f64x2.promote_low_f32x4 (call $operand)))
  (table funcref (elem
    $f32x4.relaxed_madd $f32x4.relaxed_nmadd $f64x2.relaxed_madd $f64x2.relaxed_nmadd $i8x16.relaxed_laneselect
    $i16x8.relaxed_laneselect $i32x4.relaxed_laneselect $i64x2.relaxed_laneselect
    $i32x4.relaxed_dot_i8x16_i7x16_add_s $i8x16.relaxed_swizzle $f32x4.relaxed_min $f32x4.relaxed_max
    $f64x2.relaxed_min $f64x2.relaxed_max $i16x8.relaxed_q15mulr_s $i16x8.relaxed_dot_i8x16_i7x16_s $f32x4.add
    $f64x2.mul $f32x4.div $f64x2.min $i32x4.relaxed_trunc_f32x4_s $i32x4.relaxed_trunc_f32x4_u
    $i32x4.relaxed_trunc_f64x2_s_zero $i32x4.relaxed_trunc_f64x2_u_zero $f32x4.ceil $f64x2.floor $f32x4.sqrt
    $f32x4.demote_f64x2_zero $f64x2.promote_low_f32x4))

  (func $hash (param $operator i32) (result i64) (local $hash i64) (local $count i32) (local $vector v128)
    (global.set $state (i64.const 0))
    (loop $again
      (local.set $vector (call_indirect (type $operator) (local.get $operator)))
      (local.set $hash (i64.add (i64.rotl (local.get $hash) (i64.const 7)) (i64x2.extract_lane 0 (local.get $vector))))
      (local.set $hash (i64.mul (local.get $hash) (i64.const 0x100000001b3)))
      (local.set $hash (i64.add (i64.rotl (local.get $hash) (i64.const 7)) (i64x2.extract_lane 1 (local.get $vector))))
      (local.set $hash (i64.mul (local.get $hash) (i64.const 0x100000001b3)))
      (local.set $count (i32.add (local.get $count) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $count) (i32.const 1000))))
    (local.get $hash))
  (func (export "all")
    (result i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
      i64 i64 i64 i64 i64)
    (call $hash (i32.const 0)) (call $hash (i32.const 1)) (call $hash (i32.const 2)) (call $hash (i32.const 3))
    (call $hash (i32.const 4)) (call $hash (i32.const 5)) (call $hash (i32.const 6)) (call $hash (i32.const 7))
    (call $hash (i32.const 8)) (call $hash (i32.const 9)) (call $hash (i32.const 10)) (call $hash (i32.const 11))
    (call $hash (i32.const 12)) (call $hash (i32.const 13)) (call $hash (i32.const 14)) (call $hash (i32.const 15))
    (call $hash (i32.const 16)) (call $hash (i32.const 17)) (call $hash (i32.const 18)) (call $hash (i32.const 19))
    (call $hash (i32.const 20)) (call $hash (i32.const 21)) (call $hash (i32.const 22)) (call $hash (i32.const 23))
    (call $hash (i32.const 24)) (call $hash (i32.const 25)) (call $hash (i32.const 26)) (call $hash (i32.const 27))
    (call $hash (i32.const 28))))

;; $ deterministic
;; -280262690653936177
;; -9184743105090472755
;; -3988451448774203282
;; -2044090155257554795
;; 7373953323669861405
;; 7373953323669861405
;; 7373953323669861405
;; 7373953323669861405
;; 8314064678456831952
;; -5037806242140171833
;; 3557494746754201552
;; 6116013240027878787
;; 7997751967147187628
;; 458424830917866902
;; -650261920076037588
;; 2886832888890783354
;; -8267157620464900388
;; -5123947036820692882
;; 1125087324485775808
;; 7997751967147187628
;; 6833478674680736947
;; 3056373625061921577
;; 6514565954183895
;; 8638289145928051254
;; -5179086259694426686
;; -5384211427206584255
;; -2609326576034364091
;; 5531047920267343498
;; -7972266901903359223
