package dev.weft.executor.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.JsonNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemReaderTest {

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Object> read(String text) {
    List<Object> items = new ArrayList<>();
    ItemReader.of(bytes(text)).forEachRemaining(items::add);
    return items;
  }

  @Test
  void arrayAndLinesGiveTheSameItems() {
    List<Object> expected = List.of(1L, "two", Map.of("three", 3.5), List.of(true), JsonNull.NULL);
    assertThat(read("[1, \"two\", {\"three\": 3.5}, [true], null]")).isEqualTo(expected);
    assertThat(read("1\n\"two\"\r\n{\"three\": 3.5}\n\n[true]\nnull")).isEqualTo(expected);
  }

  @Test
  void nothingAndBlankGiveNoItems() {
    assertThat(read("")).isEmpty();
    assertThat(read(" \n\n")).isEmpty();
    assertThat(read("[]")).isEmpty();
  }

  @Test
  void aLineThatIsAnArrayIsAnItemIfAnotherFollows() {
    assertThat(read("[1, 2]\n[3]\n")).isEqualTo(List.of(List.of(1L, 2L), List.of(3L)));
    assertThat(read("[1, \"a]\\\"\"]\n5")).isEqualTo(List.of(List.of(1L, "a]\""), 5L));
    assertThat(read("[1, 2]\n\n")).isEqualTo(List.of(1L, 2L));
    assertThat(read("[\n[1, 2]\n]\n")).isEqualTo(List.of(List.of(1L, 2L)));
  }

  @Test
  void theFormatCanBeSaid() {
    ItemReader lines = ItemReader.of(bytes("[1, 2]"), ItemReader.Format.LINES);
    assertThat(lines.next()).isEqualTo(List.of(1L, 2L));
    assertThat(lines.hasNext()).isFalse();
    assertThatThrownBy(() -> ItemReader.of(bytes("5"), ItemReader.Format.ARRAY).hasNext())
        .hasMessage(
            "line 1, column 1 of the input: the input is no array, got 5;"
                + " write [item, item, …], or say that the items stand on lines");
  }

  @Test
  void integersAreExact() {
    assertThat(read("9223372036854775807\n9223372036854775808\n-0\n1e2"))
        .containsExactly(Long.MAX_VALUE, new BigInteger("9223372036854775808"), 0L, 100.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1}~{"a":}        | 2 | 6 | 1
          1~2~x                 | 3 | 1 | 2
          [1,~ 2,~ }            | 3 | 2 | 2
          1~{"a":1,"a":2}       | 2 | 12 | 1
          1e400                 | 1 | 1 | 0
          "\\ud800"             | 1 | 1 | 0
          [1, 2                 | 1 | 6 | 2
          [1] 2 3]              | 1 | 8 | 2
          NaN                   | 1 | 1 | 0
          """)
  void brokenInputNamesItsPlaceAfterTheItemsBefore(
      String text, int line, int column, int itemsBefore) {
    ItemReader reader = ItemReader.of(bytes(text.replace('~', '\n')));
    List<Object> items = new ArrayList<>();
    assertThatExceptionOfType(ItemFormatException.class)
        .isThrownBy(() -> reader.forEachRemaining(items::add))
        .satisfies(e -> {
          assertThat(e.line()).isEqualTo(line);
          assertThat(e.column()).isEqualTo(column);
          assertThat(e).hasMessageStartingWith("line %d, column %d of the input: ", line, column);
        });
    assertThat(items).hasSize(itemsBefore);
  }

  @Test
  void afterAnErrorThereAreNoMoreItems() {
    ItemReader reader = ItemReader.of(bytes("x\n1\n"));
    assertThatThrownBy(reader::hasNext).isInstanceOf(ItemFormatException.class);
    assertThat(reader.hasNext()).isFalse();
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(read("\ufeff[1]")).containsExactly(1L);
    assertThat(read("\ufeff1\n2")).containsExactly(1L, 2L);
  }

  @Test
  void anItemIsDeliveredBeforeTheNextIsThere() {
    Trickle source = new Trickle();
    ItemReader reader = ItemReader.of(source);
    source.offer("1\n");
    assertThat(reader.next()).isEqualTo(1L);
    source.offer("{\"a\": 2}\n");
    assertThat(reader.next()).isEqualTo(Map.of("a", 2L));
  }

  @Test
  void longArraysAreReadAsTheyAreAskedFor() {
    ItemReader reader = ItemReader.of(new Endless());
    for (int i = 0; i < 100_000; i++) {
      assertThat(reader.next()).isEqualTo(7L);
    }
  }

  @Test
  void aFailingSourceIsNoSyntaxError() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> ItemReader.of(broken).hasNext())
        .havingCause()
        .withMessage("gone");
  }

  /** Fails if more is read than was offered, where a pipe would block. */
  private static final class Trickle extends InputStream {
    private byte[] now = {};
    private int at;

    void offer(String text) {
      now = text.getBytes(StandardCharsets.UTF_8);
      at = 0;
    }

    @Override
    public int read() {
      assertThat(at).as("bytes read").isLessThan(now.length);
      return now[at++];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      assertThat(at).as("bytes read").isLessThan(now.length);
      int count = Math.min(length, now.length - at);
      System.arraycopy(now, at, target, offset, count);
      at += count;
      return count;
    }
  }

  /** An array without an end. */
  private static final class Endless extends InputStream {
    private long at;

    @Override
    public int read() {
      return at++ == 0 ? '[' : at % 2 == 0 ? '7' : ',';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      for (int i = 0; i < length; i++) {
        target[offset + i] = (byte) read();
      }
      return length;
    }
  }
}
