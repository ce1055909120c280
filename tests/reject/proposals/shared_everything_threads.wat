;; shared-everything-threads.
(module
  (global $g (shared i32) (i32.const 1))
  (func (export "_start")))

;; error: 'shared_everything_threads.wat': unsupported proposal shared-everything-threads: shared globals require the shared-everything-threads proposal (at offset 0x15)
;; hint: compile the module without shared-everything-threads, or follow its support in wasmc's README
