package dev.weft.cli;

import java.io.IOException;
import java.util.Locale;

/** Knows a reader that went away, as {@code head} does, from a real failure to write. */
final class BrokenPipe {
  private BrokenPipe() {}

  static boolean is(IOException e) {
    // Java has no type for it; this is the text of EPIPE and of its relatives elsewhere.
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe")
        || message.contains("pipe is being closed")
        || message.contains("pipe has been ended")
        || message.contains("stream closed");
  }
}
