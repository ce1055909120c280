;; A program whose entry returns ends well.
(module (func (export "_start")))

;; $ returns
