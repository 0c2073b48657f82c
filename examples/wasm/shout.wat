;; A function over text: small letters of ASCII become capitals.
(module
  (memory (export "memory") 1)
  (global $free (mut i32) (i32.const 1024))

  ;; Gives a place for a text; the place of the one before is used again.
  (func (export "alloc") (param $length i32) (result i32)
    (local $missing i32)
    (local.set $missing
      (i32.sub
        (i32.add (global.get $free) (local.get $length))
        (i32.mul (memory.size) (i32.const 65536))))
    (if (i32.gt_s (local.get $missing) (i32.const 0))
      (then
        (if (i32.eq
              (memory.grow
                (i32.add (i32.const 1) (i32.div_u (local.get $missing) (i32.const 65536))))
              (i32.const -1))
          (then (return (i32.const 0))))))
    (global.get $free))

  ;; Changes the text where it stands, and gives back where it is and how long.
  (func (export "shout") (param $at i32) (param $length i32) (result i64)
    (local $i i32)
    (local $byte i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $i) (local.get $length)))
        (local.set $byte (i32.load8_u (i32.add (local.get $at) (local.get $i))))
        (if (i32.lt_u (i32.sub (local.get $byte) (i32.const 97)) (i32.const 26))
          (then
            (i32.store8
              (i32.add (local.get $at) (local.get $i))
              (i32.sub (local.get $byte) (i32.const 32)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (i64.or
      (i64.shl (i64.extend_i32_u (local.get $at)) (i64.const 32))
      (i64.extend_i32_u (local.get $length)))))
