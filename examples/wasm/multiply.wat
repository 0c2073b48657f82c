;; A function over numbers: each whole number times three.
(module
  (func (export "multiply") (param $number i64) (result i64)
    (i64.mul (local.get $number) (i64.const 3))))
