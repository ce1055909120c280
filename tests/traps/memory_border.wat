;;! build: --invoke mistakes
;;! run: 0 0 65516
;;! run: 1 1 65516
;;! run: 2 65516 65516
;;! run: 3 65536 65536
;;! run: 0 0 1
;;! run: 2 65516 131030
;; Accesses of each width around the address 65536, with several constant offsets: stores write the right bytes and no
;; others, and loads read them. A run takes the number of an offset in the table, the offset, and the first of the 34
;; addresses that it tries. The last run ends at the end of the memory.
(module
  (memory 2)
  (data (i32.const 98304) "\01\02\04\08\04\08")
  (type $store (func (param i32 i64)))
  (type $load (func (param i32) (result i64)))
  (func $store_8+0 (type $store) (i64.store8 (local.get 0) (local.get 1)))
  (func $load_8+0 (type $load) (i64.load8_u (local.get 0)))
  (func $store_16+0 (type $store) (i64.store16 (local.get 0) (local.get 1)))
  (func $load_16+0 (type $load) (i64.load16_u (local.get 0)))
  (func $store_32+0 (type $store) (i64.store32 (local.get 0) (local.get 1)))
  (func $load_32+0 (type $load) (i64.load32_u (local.get 0)))
  (func $store_64+0 (type $store) (i64.store (local.get 0) (local.get 1)))
  (func $load_64+0 (type $load) (i64.load (local.get 0)))
  (func $store_f32+0 (type $store) (f32.store (local.get 0) (f32.reinterpret_i32 (i32.wrap_i64 (local.get 1)))))
  (func $load_f32+0 (type $load) (i64.extend_i32_u (i32.reinterpret_f32 (f32.load (local.get 0)))))
  (func $store_f64+0 (type $store) (f64.store (local.get 0) (f64.reinterpret_i64 (local.get 1))))
  (func $load_f64+0 (type $load) (i64.reinterpret_f64 (f64.load (local.get 0))))
  (func $store_8+1 (type $store) (i64.store8 offset=1 (local.get 0) (local.get 1)))
  (func $load_8+1 (type $load) (i64.load8_u offset=1 (local.get 0)))
  (func $store_16+1 (type $store) (i64.store16 offset=1 (local.get 0) (local.get 1)))
  (func $load_16+1 (type $load) (i64.load16_u offset=1 (local.get 0)))
  (func $store_32+1 (type $store) (i64.store32 offset=1 (local.get 0) (local.get 1)))
  (func $load_32+1 (type $load) (i64.load32_u offset=1 (local.get 0)))
  (func $store_64+1 (type $store) (i64.store offset=1 (local.get 0) (local.get 1)))
  (func $load_64+1 (type $load) (i64.load offset=1 (local.get 0)))
  (func $store_f32+1 (type $store) (f32.store offset=1 (local.get 0) (f32.reinterpret_i32 (i32.wrap_i64 (local.get 1)))))
  (func $load_f32+1 (type $load) (i64.extend_i32_u (i32.reinterpret_f32 (f32.load offset=1 (local.get 0)))))
  (func $store_f64+1 (type $store) (f64.store offset=1 (local.get 0) (f64.reinterpret_i64 (local.get 1))))
  (func $load_f64+1 (type $load) (i64.reinterpret_f64 (f64.load offset=1 (local.get 0))))
  (func $store_8+65516 (type $store) (i64.store8 offset=65516 (local.get 0) (local.get 1)))
  (func $load_8+65516 (type $load) (i64.load8_u offset=65516 (local.get 0)))
  (func $store_16+65516 (type $store) (i64.store16 offset=65516 (local.get 0) (local.get 1)))
  (func $load_16+65516 (type $load) (i64.load16_u offset=65516 (local.get 0)))
  (func $store_32+65516 (type $store) (i64.store32 offset=65516 (local.get 0) (local.get 1)))
  (func $load_32+65516 (type $load) (i64.load32_u offset=65516 (local.get 0)))
  (func $store_64+65516 (type $store) (i64.store offset=65516 (local.get 0) (local.get 1)))
  (func $load_64+65516 (type $load) (i64.load offset=65516 (local.get 0)))
  (func $store_f32+65516 (type $store) (f32.store offset=65516 (local.get 0) (f32.reinterpret_i32 (i32.wrap_i64 (local.get 1)))))
  (func $load_f32+65516 (type $load) (i64.extend_i32_u (i32.reinterpret_f32 (f32.load offset=65516 (local.get 0)))))
  (func $store_f64+65516 (type $store) (f64.store offset=65516 (local.get 0) (f64.reinterpret_i64 (local.get 1))))
  (func $load_f64+65516 (type $load) (i64.reinterpret_f64 (f64.load offset=65516 (local.get 0))))
  (func $store_8+65536 (type $store) (i64.store8 offset=65536 (local.get 0) (local.get 1)))
  (func $load_8+65536 (type $load) (i64.load8_u offset=65536 (local.get 0)))
  (func $store_16+65536 (type $store) (i64.store16 offset=65536 (local.get 0) (local.get 1)))
  (func $load_16+65536 (type $load) (i64.load16_u offset=65536 (local.get 0)))
  (func $store_32+65536 (type $store) (i64.store32 offset=65536 (local.get 0) (local.get 1)))
  (func $load_32+65536 (type $load) (i64.load32_u offset=65536 (local.get 0)))
  (func $store_64+65536 (type $store) (i64.store offset=65536 (local.get 0) (local.get 1)))
  (func $load_64+65536 (type $load) (i64.load offset=65536 (local.get 0)))
  (func $store_f32+65536 (type $store) (f32.store offset=65536 (local.get 0) (f32.reinterpret_i32 (i32.wrap_i64 (local.get 1)))))
  (func $load_f32+65536 (type $load) (i64.extend_i32_u (i32.reinterpret_f32 (f32.load offset=65536 (local.get 0)))))
  (func $store_f64+65536 (type $store) (f64.store offset=65536 (local.get 0) (f64.reinterpret_i64 (local.get 1))))
  (func $load_f64+65536 (type $load) (i64.reinterpret_f64 (f64.load offset=65536 (local.get 0))))
  (table funcref (elem
    $store_8+0 $load_8+0 $store_16+0 $load_16+0 $store_32+0 $load_32+0
    $store_64+0 $load_64+0 $store_f32+0 $load_f32+0 $store_f64+0 $load_f64+0
    $store_8+1 $load_8+1 $store_16+1 $load_16+1 $store_32+1 $load_32+1
    $store_64+1 $load_64+1 $store_f32+1 $load_f32+1 $store_f64+1 $load_f64+1
    $store_8+65516 $load_8+65516 $store_16+65516 $load_16+65516 $store_32+65516 $load_32+65516
    $store_64+65516 $load_64+65516 $store_f32+65516 $load_f32+65516 $store_f64+65516 $load_f64+65516
    $store_8+65536 $load_8+65536 $store_16+65536 $load_16+65536 $store_32+65536 $load_32+65536
    $store_64+65536 $load_64+65536 $store_f32+65536 $load_f32+65536 $store_f64+65536 $load_f64+65536
  ))
  (func (export "mistakes") (param $number i32) (param $offset i32) (param $first i32) (result i32)
    (local $kind i32) (local $address i32) (local $bytes i32) (local $value i64) (local $byte i32) (local $mistakes i32)
    (loop $kinds
      (local.set $bytes (i32.load8_u (i32.add (i32.const 98304) (local.get $kind))))
      (local.set $address (local.get $first))
      (loop $addresses
        ;; The bytes around, which the store must leave.
        (i32.store8 (i32.sub (local.get $address) (i32.const 1)) (i32.const 0x55))
        (i32.store8 (i32.add (local.get $address) (local.get $bytes)) (i32.const 0xaa))
        (local.set $value
          (i64.rotl (i64.const 0x7123456789abcdef) (i64.extend_i32_u (i32.shl (local.get $address) (i32.const 2)))))
        (call_indirect (type $store) (i32.sub (local.get $address) (local.get $offset)) (local.get $value)
          (i32.shl (i32.add (i32.mul (local.get $number) (i32.const 6)) (local.get $kind)) (i32.const 1)))
        (local.set $byte (i32.const 0))
        (loop $each
          (local.set $mistakes (i32.add (local.get $mistakes) (i64.ne
            (i64.load8_u (i32.add (local.get $address) (local.get $byte)))
            (i64.and (i64.const 0xff)
              (i64.shr_u (local.get $value) (i64.extend_i32_u (i32.shl (local.get $byte) (i32.const 3))))))))
          (local.set $byte (i32.add (local.get $byte) (i32.const 1)))
          (br_if $each (i32.lt_u (local.get $byte) (local.get $bytes))))
        (local.set $mistakes (i32.add (local.get $mistakes) (i32.ne (i32.const 0x55)
          (i32.load8_u (i32.sub (local.get $address) (i32.const 1))))))
        (local.set $mistakes (i32.add (local.get $mistakes) (i32.ne (i32.const 0xaa)
          (i32.load8_u (i32.add (local.get $address) (local.get $bytes))))))
        (local.set $mistakes (i32.add (local.get $mistakes) (i64.ne
          (call_indirect (type $load) (i32.sub (local.get $address) (local.get $offset))
            (i32.add (i32.const 1)
              (i32.shl (i32.add (i32.mul (local.get $number) (i32.const 6)) (local.get $kind)) (i32.const 1))))
          (i64.shr_u
            (i64.shl (local.get $value)
              (i64.sub (i64.const 64) (i64.extend_i32_u (i32.shl (local.get $bytes) (i32.const 3)))))
            (i64.sub (i64.const 64) (i64.extend_i32_u (i32.shl (local.get $bytes) (i32.const 3))))))))
        (local.set $address (i32.add (local.get $address) (i32.const 1)))
        (br_if $addresses (i32.lt_u (local.get $address) (i32.add (local.get $first) (i32.const 34)))))
      (local.set $kind (i32.add (local.get $kind) (i32.const 1)))
      (br_if $kinds (i32.lt_u (local.get $kind) (i32.const 6))))
    (local.get $mistakes)))

;; $ memory_border 0 0 65516
;; 0
;; $ memory_border 1 1 65516
;; 0
;; $ memory_border 2 65516 65516
;; 0
;; $ memory_border 3 65536 65536
;; 0
;; $ memory_border 0 0 1
;; 0
;; $ memory_border 2 65516 131030
;; 0
