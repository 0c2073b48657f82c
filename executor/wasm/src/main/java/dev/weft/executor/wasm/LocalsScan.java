package dev.weft.executor.wasm;

/**
 * Counts the local variables that the functions of a module declare, without decoding the rest. A
 * few bytes can declare thousands, and the parser makes room for each of them.
 */
final class LocalsScan {
  /** Far more than compilers give a module of the largest size. */
  static final long MOST = 4_000_000;

  private static final int HEADER = 8;
  private static final int CODE = 10;
  private static final int REF = 0x64;
  private static final int REF_NULL = 0x63;

  private final byte[] bytes;
  private int at = HEADER;

  private LocalsScan(byte[] bytes) {
    this.bytes = bytes;
  }

  /** How many there are; as far as the module can be read, which the parser will complain of. */
  static long count(byte[] module) {
    return new LocalsScan(module).sections();
  }

  private long sections() {
    long locals = 0;
    while (at < bytes.length) {
      int id = one();
      long end = number() + at;
      if (id == CODE) {
        locals += bodies(end);
      }
      if ((end <= at && id != CODE) || end > bytes.length) {
        break;
      }
      at = (int) end;
    }
    return locals;
  }

  private long bodies(long end) {
    long locals = 0;
    long count = number();
    for (long i = 0; i < count && at < end && at < bytes.length; i++) {
      long next = number() + at;
      long groups = number();
      for (long g = 0; g < groups && at < bytes.length && locals <= MOST; g++) {
        locals += number();
        int type = one();
        if (type == REF || type == REF_NULL) {
          number();
        }
      }
      if (next > bytes.length) {
        break;
      }
      at = (int) Math.max(at, next);
    }
    return locals;
  }

  private int one() {
    return at < bytes.length ? bytes[at++] & 0xFF : 0;
  }

  /** An unsigned number in LEB128. */
  private long number() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = one();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        break;
      }
    }
    return value;
  }
}
