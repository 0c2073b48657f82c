package dev.weft.executor.python;

import dev.weft.executor.wasm.GuestStreams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the guest asks the host in the middle of a call: it writes a frame to its standard output,
 * and reads the answer from its standard input. Each frame has its length before it, in four bytes.
 * For the guest's thread.
 */
final class HostPipe {
  /** The most that a guest may ask in one frame; its limit on output is below. */
  private static final int MOST = 64 << 20;

  private static final int LAST_WORDS = 4_000;

  /** What answers; null if there is nothing to say. */
  @FunctionalInterface
  interface Host {
    @Nullable Object answer(List<?> request);
  }

  private volatile Host host = request -> null;
  private byte[] asked = new byte[256];
  private int size;
  private byte[] answer = new byte[0];
  private int read;
  private final ByteArrayOutputStream lastWords = new ByteArrayOutputStream();

  /** Whom to ask from now on. */
  void host(Host value) {
    host = value;
  }

  /** What the guest wrote to its standard error, which it does when it breaks. */
  String lastWords() {
    synchronized (lastWords) {
      String text = lastWords.toString(StandardCharsets.UTF_8).strip();
      return text.substring(Math.max(0, text.length() - LAST_WORDS));
    }
  }

  GuestStreams streams() {
    return new GuestStreams(new Answers(), new Requests(), new LastWords());
  }

  private void asked() {
    while (size >= Integer.BYTES) {
      int length = integer(asked);
      if (length < 0 || length > MOST) {
        throw new IllegalStateException("the node wrote to the descriptor of the host");
      }
      if (size < Integer.BYTES + length) {
        return;
      }
      byte[] frame = Arrays.copyOfRange(asked, Integer.BYTES, Integer.BYTES + length);
      System.arraycopy(asked, Integer.BYTES + length, asked, 0, size - Integer.BYTES - length);
      size -= Integer.BYTES + length;
      if (FrameReader.read(frame) instanceof List<?> request) {
        Object reply = host.answer(request);
        if (reply != null) {
          answered(FrameWriter.of(reply));
        }
      }
    }
  }

  private void answered(byte[] frame) {
    byte[] all = new byte[Integer.BYTES + frame.length];
    for (int i = 0; i < Integer.BYTES; i++) {
      all[i] = (byte) (frame.length >> (8 * i));
    }
    System.arraycopy(frame, 0, all, Integer.BYTES, frame.length);
    answer = all;
    read = 0;
  }

  private static int integer(byte[] bytes) {
    return (bytes[0] & 0xFF)
        | ((bytes[1] & 0xFF) << 8)
        | ((bytes[2] & 0xFF) << 16)
        | ((bytes[3] & 0xFF) << 24);
  }

  private final class Requests extends OutputStream {
    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      Objects.checkFromIndexSize(from, count, bytes.length);
      if (asked.length - size < count) {
        asked = Arrays.copyOf(asked, Math.max(asked.length * 2, size + count));
      }
      System.arraycopy(bytes, from, asked, size, count);
      size += count;
      asked();
    }
  }

  private final class Answers extends InputStream {
    @Override
    public int read() {
      return read < answer.length ? answer[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int count) {
      int most = Math.min(count, answer.length - read);
      if (most <= 0) {
        return count == 0 ? 0 : -1;
      }
      System.arraycopy(answer, read, target, from, most);
      read += most;
      return most;
    }

    @Override
    public int available() {
      return answer.length - read;
    }
  }

  private final class LastWords extends OutputStream {
    @Override
    public void write(int b) {
      synchronized (lastWords) {
        if (lastWords.size() < LAST_WORDS * 4) {
          lastWords.write(b);
        }
      }
    }
  }
}
