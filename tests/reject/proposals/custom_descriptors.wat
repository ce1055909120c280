;; custom-descriptors: a structure that describes another. It builds on gc, which is what the first message would name.
(module
  (rec (type $described (descriptor $descriptor) (struct)) (type $descriptor (describes $described) (struct)))
  (func (export "_start")))

;; error: 'custom_descriptors.wat': unsupported proposal custom-descriptors: rec group usage requires `gc` proposal to be enabled (at offset 0xb)
;; hint: compile the module without custom-descriptors, or follow its support in wasmc's README
