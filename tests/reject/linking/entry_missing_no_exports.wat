;; Nothing to run, and no export.
(module)

;; error: 'entry_missing_no_exports.wat': the module has no entry point: it exports neither '_start' nor '_initialize'
;; hint: it exports no function that --invoke could run
