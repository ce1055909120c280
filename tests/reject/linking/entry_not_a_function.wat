;; A _start that is a global.
(module (global (export "_start") i32 (i32.const 1)))

;; error: 'entry_not_a_function.wat': the module has no entry point: it exports neither '_start' nor '_initialize'
;; hint: it exports no function that --invoke could run
