;; A WASI program: each line of JSON comes out as {"value": <the line>, "length": <its bytes>}.
(module
  (import "wasi_snapshot_preview1" "fd_read"
    (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 16) "{\"value\": ")
  (data (i32.const 32) ", \"length\": ")
  (data (i32.const 48) "}\n")

  (func $line (param $at i32) (param $length i32)
    (local $digit i32)
    (local $rest i32)
    (call $put (i32.const 16) (i32.const 10))
    (call $put (local.get $at) (local.get $length))
    (call $put (i32.const 32) (i32.const 12))
    ;; The digits, from the last to the first, below the address 80.
    (local.set $digit (i32.const 80))
    (local.set $rest (local.get $length))
    (loop $next
      (local.set $digit (i32.sub (local.get $digit) (i32.const 1)))
      (i32.store8
        (local.get $digit)
        (i32.add (i32.const 48) (i32.rem_u (local.get $rest) (i32.const 10))))
      (local.set $rest (i32.div_u (local.get $rest) (i32.const 10)))
      (br_if $next (local.get $rest)))
    (call $put (local.get $digit) (i32.sub (i32.const 80) (local.get $digit)))
    (call $put (i32.const 48) (i32.const 2)))

  (func $finish)

  ;; Writes bytes to the standard output.
  (func $put (param $at i32) (param $length i32)
    (block $done
      (loop $more
        (br_if $done (i32.eqz (local.get $length)))
        (i32.store (i32.const 0) (local.get $at))
        (i32.store (i32.const 4) (local.get $length))
        (if (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))
          (then unreachable))
        (local.set $at (i32.add (local.get $at) (i32.load (i32.const 8))))
        (local.set $length (i32.sub (local.get $length) (i32.load (i32.const 8))))
        (br $more))))

  ;; Reads the standard input and hands on its lines, which are gathered from the address 4096.
  (func (export "_start")
    (local $end i32)
    (local $line i32)
    (local $at i32)
    (local.set $end (i32.const 4096))
    (local.set $line (i32.const 4096))
    (local.set $at (i32.const 4096))
    (block $ended
      (loop $read
        (if (i32.gt_u
              (i32.add (local.get $end) (i32.const 4096))
              (i32.mul (memory.size) (i32.const 65536)))
          (then
            (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then unreachable))))
        (i32.store (i32.const 0) (local.get $end))
        (i32.store (i32.const 4) (i32.const 4096))
        (if (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8))
          (then unreachable))
        (br_if $ended (i32.eqz (i32.load (i32.const 8))))
        (local.set $end (i32.add (local.get $end) (i32.load (i32.const 8))))
        (block $scanned
          (loop $scan
            (br_if $scanned (i32.eq (local.get $at) (local.get $end)))
            (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 10))
              (then
                (call $line (local.get $line) (i32.sub (local.get $at) (local.get $line)))
                (local.set $line (i32.add (local.get $at) (i32.const 1)))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $scan)))
        ;; What is left of a line moves to the front.
        (memory.copy
          (i32.const 4096) (local.get $line) (i32.sub (local.get $end) (local.get $line)))
        (local.set $end
          (i32.add (i32.const 4096) (i32.sub (local.get $end) (local.get $line))))
        (local.set $at (local.get $end))
        (local.set $line (i32.const 4096))
        (br $read)))
    (if (i32.ne (local.get $end) (i32.const 4096))
      (then (call $line (i32.const 4096) (i32.sub (local.get $end) (i32.const 4096)))))
    (call $finish)))
