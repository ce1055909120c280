;; A call that breaks a rule of the header ends the process with a message that names the rule.
;;! run: early
;;! run: twice
;;! run: nested
(module
  (func (export "f"))
  (func (export "forever") (loop $again (br $again))))

;; $ misuse early
;; wasmc: an export is called before wasmc_instantiate
;; [signal 6]
;; $ misuse twice
;; wasmc: wasmc_instantiate is called a second time
;; [signal 6]
;; $ misuse nested
;; wasmc: an export is called while another one runs
;; [signal 6]
