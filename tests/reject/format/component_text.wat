;; A component as text.
(component)

;; error: 'component_text.wat': unsupported proposal component-model: the file is a component, not a module
;; hint: compile the module without component-model, or follow its support in wasmc's README
