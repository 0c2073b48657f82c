;; A WASI program along a stream: every two lines of JSON come out as [<first>, <second>]; at the
;; end a line that is left over comes out alone, as [<first>].
(module
  (import "wasi_snapshot_preview1" "fd_read"
    (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 16) "[")
  (data (i32.const 17) ", ")
  (data (i32.const 19) "]\n")
  (global $open (mut i32) (i32.const 0))

  (func $line (param $at i32) (param $length i32)
    (if (global.get $open)
      (then (call $put (i32.const 17) (i32.const 2)))
      (else (call $put (i32.const 16) (i32.const 1))))
    (call $put (local.get $at) (local.get $length))
    (if (global.get $open) (then (call $put (i32.const 19) (i32.const 2))))
    (global.set $open (i32.eqz (global.get $open))))

  (func $finish
    (if (global.get $open) (then (call $put (i32.const 19) (i32.const 2)))))

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
