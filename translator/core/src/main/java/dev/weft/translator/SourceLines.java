package dev.weft.translator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a class file the lines and the name of another source, so that stack traces name these. All
 * else stays as it is, the frames of the verifier too, which is why this copies bytes.
 */
final class SourceLines {
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> lines;
  private final Map<Integer, String> texts = new HashMap<>();

  private SourceLines(byte[] classFile, List<Integer> lines) {
    this.in = new DataInputStream(new ByteArrayInputStream(classFile));
    this.out = new DataOutputStream(bytes);
    this.lines = lines;
  }

  /**
   * The class file with other lines.
   *
   * @param file the name of the source
   * @param lines its line for each line that the class file names, from 1
   */
  static byte[] apply(byte[] classFile, String file, List<Integer> lines) {
    try {
      SourceLines copy = new SourceLines(classFile, lines);
      copy.whole(file);
      return copy.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a class file of the compiler's cannot be read", e);
    }
  }

  private void whole(String file) throws IOException {
    out.writeLong(in.readLong());
    int source = constants(file);
    copy(6);
    copy(2 * count());
    members();
    members();
    attributes(source);
  }

  private int count() throws IOException {
    int count = in.readUnsignedShort();
    out.writeShort(count);
    return count;
  }

  private void copy(int length) throws IOException {
    byte[] block = in.readNBytes(length);
    if (block.length < length) {
      throw new IOException("the class file is cut off");
    }
    out.write(block);
  }

  /** The constants, and one more behind them, the name of the source; its index. */
  private int constants(String file) throws IOException {
    int count = in.readUnsignedShort();
    out.writeShort(count + 1);
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      switch (tag) {
        case 1 -> {
          int length = count();
          byte[] text = in.readNBytes(length);
          out.write(text);
          texts.put(i, new String(text, StandardCharsets.UTF_8));
        }
        case 5, 6 -> {
          copy(8);
          i++;
        }
        case 15 -> copy(3);
        case 7, 8, 16, 19, 20 -> copy(2);
        default -> copy(4);
      }
    }
    out.writeByte(1);
    out.writeUTF(file);
    return count;
  }

  private void members() throws IOException {
    int count = count();
    for (int i = 0; i < count; i++) {
      copy(6);
      attributes(0);
    }
  }

  private void attributes(int source) throws IOException {
    int count = count();
    for (int i = 0; i < count; i++) {
      int name = count();
      int length = in.readInt();
      out.writeInt(length);
      switch (texts.getOrDefault(name, "")) {
        case "Code" -> {
          copy(4);
          int code = in.readInt();
          out.writeInt(code);
          copy(code);
          copy(8 * count());
          attributes(0);
        }
        case "LineNumberTable" -> {
          int entries = count();
          for (int k = 0; k < entries; k++) {
            copy(2);
            int line = in.readUnsignedShort();
            int mapped = line <= lines.size() ? lines.get(line - 1) : 0;
            out.writeShort(mapped < 1 << 16 ? mapped : 0);
          }
        }
        case "SourceFile" -> {
          in.readUnsignedShort();
          out.writeShort(source);
        }
        default -> copy(length);
      }
    }
  }
}
