;; Names of Rust, in both manglings, and of C++ are shown as their authors wrote them; a name that only looks mangled is
;; not changed.
(module
  (func $_ZN4core9panicking5panic17h0123456789abcdefE (unreachable))
  (func $_RNvCs1234_7mycrate3foo (call $_ZN4core9panicking5panic17h0123456789abcdefE))
  (func $_ZNSt6vectorIiSaIiEE9push_backERKi (call $_RNvCs1234_7mycrate3foo))
  (func $_ZN3app5ShapeC2Ev (call $_ZNSt6vectorIiSaIiEE9push_backERKi))
  (func $_Znonsense (call $_ZN3app5ShapeC2Ev))
  (func $main (export "_start") (call $_Znonsense)))

;; $ backtrace_demangled
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x28 - core::panicking::panic
;;     1: 0x2c - mycrate::foo
;;     2: 0x31 - std::vector<int, std::allocator<int> >::push_back(int const&)
;;     3: 0x36 - app::Shape::Shape()
;;     4: 0x3b - _Znonsense
;;     5: 0x40 - main
;; [status 134]
