;; A module for JavaScript, made by AssemblyScript.
(module
  (import "env" "abort" (func))
  (func (export "_start")))

;; error: 'host_assemblyscript.wat': nothing provides 1 of the module's imports:
;;   env.abort
;; hint: the module seems to be made for JavaScript by AssemblyScript: compile it with @assemblyscript/wasi-shim, asc --config ./node_modules/@assemblyscript/wasi-shim/asconfig.json; or build with --unknown-imports=trap to let the program start and trap when it calls one of them
