package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The modules {@code hashlib}, {@code hmac}, {@code base64} and {@code zlib}, in part. */
public final class Hash {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final String algorithm;
  private final @Nullable Bytes key;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** A hash of some bytes. */
  public Hash(String algorithm, Bytes data) {
    this(algorithm, null, data);
  }

  private Hash(String algorithm, @Nullable Bytes key, Bytes data) {
    this.algorithm = algorithm;
    this.key = key;
    this.data.writeBytes(data.array());
  }

  /** What is to be hashed, of unknown type. */
  public static Bytes data(@Nullable Object value) {
    return switch (value) {
      case Bytes b -> b;
      case ByteArray b -> b.bytes();
      case MemoryView v -> v.bytes();
      case String s -> throw new Errors.TypeError("Strings must be encoded before hashing");
      case null, default -> throw new Errors.TypeError("object supporting the buffer API required");
    };
  }

  private static String javaName(String name) {
    return switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "md5" -> "MD5";
      case "sha1" -> "SHA-1";
      case "sha224" -> "SHA-224";
      case "sha256" -> "SHA-256";
      case "sha384" -> "SHA-384";
      case "sha512" -> "SHA-512";
      case "sha3_224", "sha3-224" -> "SHA3-224";
      case "sha3_256", "sha3-256" -> "SHA3-256";
      case "sha3_384", "sha3-384" -> "SHA3-384";
      case "sha3_512", "sha3-512" -> "SHA3-512";
      default -> throw new Errors.ValueError("unsupported hash type " + name);
    };
  }

  /** {@code hashlib.new(name, data)}. */
  public static Hash named(String name, Bytes data) {
    return new Hash(javaName(name), data);
  }

  /** {@code hmac.new(key, message, algorithm)}. */
  public static Hash keyed(Bytes key, Bytes message, @Nullable Object algorithm) {
    String name =
        algorithm instanceof String s
            ? javaName(s)
            : algorithm instanceof PyCallable c && c.apply(Bytes.of("")) instanceof Hash h
                ? h.algorithm
                : "SHA-256";
    return new Hash(name, key, message);
  }

  /** {@code pbkdf2_hmac(name, password, salt, rounds, length)}. */
  public static Bytes stretched(
      String name, Bytes password, Bytes salt, long rounds, @Nullable Long length) {
    Bytes first = keyed(password, salt.plus(Bytes.wrap(new byte[] {0, 0, 0, 1})), name).digest();
    int width = (int) first.length();
    int wanted = length == null ? width : (int) (long) length;
    byte[] out = new byte[wanted];
    for (int block = 1, at = 0; at < wanted; block++, at += width) {
      byte[] number = {
        (byte) (block >> 24), (byte) (block >> 16), (byte) (block >> 8), (byte) block
      };
      Bytes next = keyed(password, salt.plus(Bytes.wrap(number)), name).digest();
      byte[] sum = next.array().clone();
      for (long round = 1; round < rounds; round++) {
        next = keyed(password, next, name).digest();
        for (int i = 0; i < width; i++) {
          sum[i] ^= next.array()[i];
        }
      }
      System.arraycopy(sum, 0, out, at, Math.min(width, wanted - at));
    }
    return Bytes.wrap(out);
  }

  /** {@code update(data)}. */
  public void update(Bytes more) {
    data.writeBytes(more.array());
  }

  /** {@code digest()}. */
  public Bytes digest() {
    try {
      if (key == null) {
        return Bytes.wrap(MessageDigest.getInstance(algorithm).digest(data.toByteArray()));
      }
      String name = "Hmac" + algorithm.replace("-", "");
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key.array().length == 0 ? new byte[1] : key.array(), name));
      return Bytes.wrap(mac.doFinal(data.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw Exceptions.from(new Errors.ValueError("unsupported hash type " + algorithm), e);
    }
  }

  /** {@code copy()}. */
  public Hash copy() {
    return new Hash(algorithm, key, Bytes.wrap(data.toByteArray()));
  }

  /** {@code digest_size}. */
  public long size() {
    return digest().length();
  }

  /** {@code block_size}. */
  public long blockSize() {
    return switch (algorithm) {
      case "SHA-384", "SHA-512" -> 128;
      case "SHA3-224" -> 144;
      case "SHA3-256" -> 136;
      case "SHA3-384" -> 104;
      case "SHA3-512" -> 72;
      default -> 64;
    };
  }

  /** {@code name}. */
  public String name() {
    return algorithm.replace("SHA-", "SHA").replace("-", "_").toLowerCase(java.util.Locale.ROOT);
  }

  /** {@code b64encode(bytes)}. */
  public static Bytes base64(Bytes bytes, boolean url) {
    return Bytes.wrap((url ? Base64.getUrlEncoder() : Base64.getEncoder()).encode(bytes.array()));
  }

  /** The bytes of what is to be decoded, which may be a str or bytes. */
  static byte[] ascii(@Nullable Object text) {
    return text instanceof Bytes b ? b.array() : Py.str(text).getBytes(StandardCharsets.US_ASCII);
  }

  /** {@code b64decode(text)}. */
  public static Bytes ofBase64(@Nullable Object text, boolean url) {
    byte[] source = ascii(text);
    checkPadding(source, url);
    try {
      return Bytes.wrap((url ? Base64.getUrlDecoder() : Base64.getMimeDecoder()).decode(source));
    } catch (IllegalArgumentException e) {
      throw Exceptions.from(new Errors.BinasciiError("Incorrect padding"), e);
    }
  }

  /** Python wants all of the padding, which Java does not. */
  private static void checkPadding(byte[] source, boolean url) {
    int digits = 0;
    int padding = 0;
    for (byte b : source) {
      boolean isDigit =
          Character.isLetterOrDigit(b) || (url ? b == '-' || b == '_' : b == '+' || b == '/');
      digits += isDigit ? 1 : 0;
      padding += b == '=' ? 1 : 0;
    }
    if (digits % 4 == 1) {
      throw new Errors.BinasciiError(
          "Invalid base64-encoded string: number of data characters ("
              + digits
              + ") cannot be 1 more than a multiple of 4");
    }
    if (digits % 4 != 0 && padding < 4 - digits % 4) {
      throw new Errors.BinasciiError("Incorrect padding");
    }
  }

  /** {@code b32encode(bytes)}. */
  public static Bytes base32(Bytes bytes) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : bytes.array()) {
      held = (held << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(BASE32.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) {
      out.append(BASE32.charAt((held << (5 - bits)) & 31));
    }
    while (out.length() % 8 != 0) {
      out.append('=');
    }
    return Bytes.encode(out.toString(), "ascii");
  }

  /** {@code b32decode(text)}. */
  public static Bytes ofBase32(@Nullable Object text) {
    byte[] source = ascii(text);
    int end = source.length;
    while (end > 0 && source[end - 1] == '=') {
      end--;
    }
    int padding = source.length - end;
    if (source.length % 8 != 0 || padding == 2 || padding == 5 || padding > 6) {
      throw new Errors.BinasciiError("Incorrect padding");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long held = 0;
    int bits = 0;
    for (int i = 0; i < end; i++) {
      int digit = BASE32.indexOf(source[i]);
      if (digit < 0) {
        throw new Errors.BinasciiError("Non-base32 digit found");
      }
      held = (held << 5) | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        out.write((int) (held >> bits));
      }
    }
    return Bytes.wrap(out.toByteArray());
  }

  /** {@code encodebytes(bytes)}: lines of 76 characters. */
  public static Bytes base64Lines(Bytes bytes) {
    byte[] lines = Base64.getMimeEncoder(76, new byte[] {'\n'}).encode(bytes.array());
    Bytes text = Bytes.wrap(lines);
    return lines.length == 0 ? text : text.plus(Bytes.of("\n"));
  }

  /** {@code zlib.crc32(bytes, start)}: the sum of what came before goes on. */
  public static long crc32(Bytes bytes, long start) {
    int sum = ~(int) start;
    for (byte b : bytes.array()) {
      sum ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum >>> 1 ^ (sum & 1) * 0xedb88320;
      }
    }
    return Integer.toUnsignedLong(~sum);
  }

  /** {@code zlib.crc32(bytes)}. */
  public static long crc32(Bytes bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return crc.getValue();
  }

  /** {@code zlib.adler32(bytes, start)}. */
  public static long adler32(Bytes bytes, long start) {
    long low = start & 0xffff;
    long high = start >> 16 & 0xffff;
    for (byte b : bytes.array()) {
      low = (low + (b & 0xff)) % 65521;
      high = (high + low) % 65521;
    }
    return high << 16 | low;
  }
}
