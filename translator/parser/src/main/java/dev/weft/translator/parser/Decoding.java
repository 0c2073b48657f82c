package dev.weft.translator.parser;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the bytes of a source file to its text, by PEP 263. */
final class Decoding {
  private static final Pattern DECLARATION =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(#.*)?$");

  private Decoding() {}

  static String decode(String file, byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    Charset charset = declared(file, bytes, marked);
    String text;
    try {
      text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      throw new SyntaxException(
          "SyntaxError",
          file,
          new Position(1, 0, 1, 0),
          "(unicode error) the source is not " + charset.name() + "; declare its encoding");
    }
    return text;
  }

  /** The encoding that one of the first two lines names. */
  private static Charset declared(String file, byte[] bytes, boolean marked) {
    int from = marked ? 3 : 0;
    String start =
        new String(bytes, from, Math.min(bytes.length - from, 4096), StandardCharsets.ISO_8859_1);
    for (String line : start.lines().limit(2).toList()) {
      Matcher found = DECLARATION.matcher(line);
      if (found.find()) {
        String name = found.group(1);
        if (marked && !name.toLowerCase(Locale.ROOT).replace('_', '-').matches("utf-8(-.*)?")) {
          throw new SyntaxException(
              "SyntaxError",
              file,
              new Position(1, 0, 1, 0),
              "encoding problem: " + name + " with BOM");
        }
        try {
          return name.startsWith("utf-8") || name.startsWith("utf8")
              ? StandardCharsets.UTF_8
              : Charset.forName(name.replace('_', '-'));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          throw new SyntaxException(
              "SyntaxError", file, new Position(1, 0, 1, 0), "unknown encoding: " + name);
        }
      }
      if (!BLANK.matcher(line).find()) {
        break;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
