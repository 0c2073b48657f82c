package dev.weft.python;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code uuid.UUID}. */
public record Identifier(UUID value) implements Repr, Comparable<Identifier> {
  /** {@code uuid4()}. */
  public static Identifier random() {
    return new Identifier(UUID.randomUUID());
  }

  /** {@code UUID(text)}. */
  public static Identifier parse(String text) {
    String hex = text.replaceAll("urn:|uuid:|[{}-]", "");
    if (!hex.matches("[0-9a-fA-F]{32}")) {
      throw new Errors.ValueError("badly formed hexadecimal UUID string");
    }
    return of(new BigInteger(hex, 16));
  }

  /** {@code UUID(int=number, version=)}. */
  public static Identifier of(Number number, @Nullable Long version) {
    Identifier plain = of(number);
    if (version == null) {
      return plain;
    }
    if (version < 1 || version > 5) {
      throw new Errors.ValueError("illegal version number");
    }
    long high = (plain.value.getMostSignificantBits() & ~0xf000L) | (version << 12);
    long low = (plain.value.getLeastSignificantBits() & (~0L >>> 2)) | (1L << 63);
    return new Identifier(new UUID(high, low));
  }

  /** {@code UUID(bytes=bytes, version=)}. */
  public static Identifier of(Bytes bytes, @Nullable Long version) {
    if (bytes.length() != 16) {
      throw new Errors.ValueError("bytes is not a 16-char string");
    }
    return of(new BigInteger(1, bytes.array()), version);
  }

  /** {@code variant}. */
  @Property
  public String variant() {
    return switch (value.variant()) {
      case 0 -> "reserved for NCS compatibility";
      case 2 -> "specified in RFC 4122";
      case 6 -> "reserved for Microsoft compatibility";
      default -> "reserved for future definition";
    };
  }

  /** {@code fields}. */
  @Property
  public Tuple<Long> fields() {
    long high = value.getMostSignificantBits();
    long low = value.getLeastSignificantBits();
    return Tuple.<Long>of(
        high >>> 32,
        high >>> 16 & 0xffff,
        high & 0xffff,
        low >>> 56,
        low >>> 48 & 0xff,
        low & 0xffff_ffff_ffffL);
  }

  /** {@code UUID(int=number)}. */
  public static Identifier of(Number number) {
    BigInteger big = number instanceof BigInteger b ? b : BigInteger.valueOf(number.longValue());
    if (big.signum() < 0 || big.bitLength() > 128) {
      throw new Errors.ValueError("int is out of range (need a 128-bit value)");
    }
    return new Identifier(new UUID(big.shiftRight(64).longValue(), big.longValue()));
  }

  /** {@code uuid3(namespace, name)} and {@code uuid5}. */
  public static Identifier named(Identifier space, String name, int version) {
    try {
      MessageDigest digest = MessageDigest.getInstance(version == 3 ? "MD5" : "SHA-1");
      digest.update(space.bytes().array());
      byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) ((hash[6] & 0x0f) | (version << 4));
      hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
      ByteBuffer both = ByteBuffer.wrap(hash);
      return new Identifier(new UUID(both.getLong(), both.getLong()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code hex}. */
  @Property
  public String hex() {
    return toString().replace("-", "");
  }

  /** {@code int}. */
  @Property
  public Number number() {
    return new BigInteger(hex(), 16);
  }

  /** {@code bytes}. */
  @Property
  public Bytes bytes() {
    return Bytes.ofHex(hex());
  }

  /** {@code version}. */
  @Property
  public @Nullable Long version() {
    return value.variant() == 2 ? (Long) (long) value.version() : null;
  }

  @Override
  public int compareTo(Identifier other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String repr() {
    return "UUID('" + this + "')";
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
