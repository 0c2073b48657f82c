package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;

/**
 * What a guest writes to its standard error: logged line by line, and the last line kept for an
 * error. After some kilobytes no more is taken, so that a guest cannot fill a log.
 */
final class Complaints extends OutputStream {
  private static final System.Logger LOG = System.getLogger("dev.weft.executor.wasm");
  private static final int MOST = 64 << 10;

  private final String guest;
  private final LineOutput lines = new LineOutput(length -> {}, this::line);
  private int taken;
  private String last = "";

  Complaints(String guest) {
    this.guest = Names.shortened(guest);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    int room = Math.min(count, MOST - taken);
    if (room > 0) {
      taken += room;
      lines.write(bytes, from, room);
      if (taken == MOST) {
        LOG.log(
            System.Logger.Level.WARNING,
            "guest ''{0}'' wrote {1} bytes to its standard error; the rest is left out",
            guest,
            MOST);
      }
    }
  }

  private void line(byte[] text) {
    last = new String(text, UTF_8);
    LOG.log(System.Logger.Level.INFO, "guest ''{0}'': {1}", guest, last);
  }

  /** The last line, for the end of a message; empty if there is none. */
  String last() {
    lines.end();
    return last.isEmpty() ? "" : "; its last words: " + Names.shortened(last);
  }
}
