;; table.copy within a table and between two, table.init from a segment, and elem.drop, after which the segment has the
;; length 0.
(module
  (table $one 10 funcref)
  (table $two 20 funcref)
  (elem $passive func $elem.drop $table.init)
  (func $table.copy.within (param i32 i32 i32) (table.copy $one $one (local.get 0) (local.get 1) (local.get 2)))
  (func $table.copy.between (param i32 i32 i32) (table.copy $one $two (local.get 0) (local.get 1) (local.get 2)))
  (func $table.init (param i32 i32 i32) (table.init $one $passive (local.get 0) (local.get 1) (local.get 2)))
  (func $elem.drop (elem.drop $passive))
  (table funcref (elem $table.copy.within $table.copy.between $table.init $elem.drop))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;;
