;;! build: --invoke all
;; Start values made of immutable globals of the module itself that come before: of globals, of segments' offsets and of
;; elements. WebAssembly 3.0 has these without garbage collection.
(module
  (type $unary (func (param i32) (result i32)))
  (global $two i32 (i32.const 2))
  (global $five i32 (i32.add (i32.mul (global.get $two) (global.get $two)) (i32.const 1)))
  (global $wide (mut i64) (i64.const 7))
  (global $half f64 (f64.const 0.5))
  (global $same f64 (global.get $half))
  (global $vector v128 (v128.const i32x4 1 2 3 4))
  (global $vectors (mut v128) (global.get $vector))
  (global $function funcref (ref.func $triple))
  (global $reference (ref null $unary) (ref.func $triple))
  (global $again (ref null $unary) (global.get $reference))
  (table $table 8 funcref)
  (memory 1)
  (elem (offset (global.get $five)) funcref (global.get $function) (item (ref.func $triple)))
  (data (offset (i32.add (global.get $five) (global.get $two))) "\2a")
  (func $triple (type $unary) (i32.mul (local.get 0) (i32.const 3)))
  (func (export "all") (result i32 i64 f64 i32 i32 i32 i32)
    (global.get $five)
    (global.get $wide)
    (global.get $same)
    (i32x4.extract_lane 3 (global.get $vectors))
    (call_indirect (type $unary) (i32.const 11) (global.get $five))
    (call_ref $unary (i32.const 12) (global.get $again))
    (i32.load8_u (i32.const 7))))

;; $ start_globals
;; 5
;; 7
;; 0.5
;; 4
;; 33
;; 36
;; 42
