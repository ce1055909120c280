;; The legacy encoding: clauses follow what they catch, `rethrow` throws what the clause around it has caught, and `delegate`
;; leaves out clauses between a `try` and the label.
(module
  (tag $e (param i32))
  (tag $g)
  (func $callee)
  (func $catch (result i32)
    try (result i32) call $callee i32.const 1 catch $e catch_all i32.const 2 end)
  (func $no_clause try call $callee end)
  (func $not_thrown (result i32) try (result i32) i32.const 1 catch $e end)
  (func $throw (param i32) (result i32)
    try (result i32) local.get 0 throw $e catch $e end)
  (func $rethrow (result i32)
    try (result i32)
      try call $callee catch_all call $callee rethrow 0 end
      i32.const 1
    catch $e
    end)
  (func $rethrow.known
    try
      try call $callee catch $g block rethrow 1 end end
    catch $g
    end)
  (func $rethrow.outer
    try call $callee
    catch $e
      drop
      try call $callee catch_all rethrow 1 end
    end)
  (func $clauses_are_outside (result i32)
    try (result i32)
      try call $callee catch_all call $callee end
      i32.const 1
    catch $e
    end)
  (func $delegate (result i32)
    try $outer (result i32)
      try call $callee try call $callee delegate $outer catch $g end
      i32.const 1
    catch $e
    end)
  (func $delegate.block (result i32)
    try $outer (result i32)
      block $b try try call $callee delegate $b catch_all end end
      i32.const 1
    catch $e
    end)
  (func $delegate.clause
    try $outer
      call $callee
    catch_all
      try call $callee delegate $outer
    end)
  (func $delegate.caller
    try try call $callee delegate 1 catch_all end)
  (func $dead
    unreachable
    try call $callee try delegate 0 catch $e rethrow 0 catch_all end
    call $callee
    try call $callee catch_all end)
  (table funcref (elem $callee $catch $no_clause $not_thrown $throw $rethrow $rethrow.known $rethrow.outer
    $clauses_are_outside $delegate $delegate.block $delegate.clause $delegate.caller $dead))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
