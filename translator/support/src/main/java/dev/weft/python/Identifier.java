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

  /** {@code UUID(int=number)}. */
  public static Identifier of(Number number) {
    BigInteger big = number instanceof BigInteger b ? b : BigInteger.valueOf(number.longValue());
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
  public String hex() {
    return toString().replace("-", "");
  }

  /** {@code int}. */
  public Number number() {
    return new BigInteger(hex(), 16);
  }

  /** {@code bytes}. */
  public Bytes bytes() {
    return Bytes.ofHex(hex());
  }

  /** {@code version}. */
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
