package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTypesTest {
  private static final Regex WORDS = Regex.compile("(?P<w>[a-z]+)(\\d*)", 0);
  private static final DateTime WHEN = DateTime.of(2024, 2, 29, 13, 5, 7, 250, null);

  private static Arguments call(Object on, String name, String expected, Object... args) {
    return Arguments.of(on, name, expected, Arrays.asList(args), Map.of());
  }

  private static Arguments named(
      Object on, String name, String expected, Map<String, Object> named, Object... args) {
    return Arguments.of(on, name, expected, Arrays.asList(args), named);
  }

  static Stream<Arguments> calls() {
    Match match = Objects.requireNonNull(WORDS.match("ab12 cd", 0));
    Deque<Object> deque = new Deque<>(List.of(3L, 1L, 2L), 5L);
    return Stream.of(
        call(WORDS, "split", "['', 'ab', '1', '-', 'c', '2', '']", "ab1-c2"),
        named(WORDS, "split", "['', 'ab', '1', '-c2']", Map.of("maxsplit", 1L), "ab1-c2"),
        call(WORDS, "sub", "'X-X'", "X", "ab1-c2"),
        named(WORDS, "sub", "'<ab>-c2'", Map.of("count", 1L), "<\\1>", "ab1-c2"),
        call(WORDS, "sub", "'!-!'", (Fn1<Match, String>) m -> "!", "ab1-c2"),
        call(WORDS, "search", "<re.Match object; span=(4, 7), match='cd2'>", "ab1 cd2", 3L),
        call(match, "group", "'ab12'"),
        call(match, "group", "('ab', '12')", "w", 2L),
        call(match, "span", "(0, 2)", 1L),
        call(WHEN, "isoformat", "'2024-02-29 13:05:07.000250'", " "),
        named(WHEN, "isoformat", "'2024-02-29T13:05'", Map.of("timespec", "minutes")),
        named(WHEN, "replace", "datetime.datetime(2024, 2, 29, 0, 5, 7, 250)", Map.of("hour", 0L)),
        call(WHEN, "weekday", "3"),
        call(deque, "rotate", "None"),
        call(deque, "index", "2", 1L),
        call(deque, "copy", "deque([2, 3, 1], maxlen=5)"),
        call(Sets.of(1L, 2L), "union", "{1, 2, 5, 6}", List.of(5L), new Tuple1<>(6L)),
        call(Sets.of(1L, 2L, 3L), "intersection", "{2}", List.of(1L, 2L), Sets.of(2L)),
        call(new Tuple3<>(1L, 2L, 1L), "index", "2", 1L, 1L),
        named(10L, "to_bytes", "b'\\n\\x00'", Map.of("signed", true), 2L, "little"),
        call(2.5, "hex", "'0x1.4000000000000p+1'"),
        call(Bytes.of("abc abc"), "split", "[b'abc', b'abc']"),
        call(Bytes.of("abc"), "center", "b' abc '", 5L));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void callsTakeWhatTheSignaturesSay(
      Object on, String name, String expected, List<Object> args, Map<String, Object> named) {
    assertThat(Py.repr(Calls.method(on, name, args, named))).isEqualTo(expected);
  }

  @Test
  void attributesAreThoseOfTheSignatures() {
    assertThat(Dyn.get(WORDS, "pattern")).isEqualTo("(?P<w>[a-z]+)(\\d*)");
    assertThat(Dyn.get(WORDS, "groups")).isEqualTo(2L);
    assertThat(Dyn.get(WHEN, "microsecond")).isEqualTo(250L);
    assertThat(Dyn.get(WHEN, "tzinfo")).isNull();
    assertThat(Dyn.get(new Deque<>(List.of(), 5L), "maxlen")).isEqualTo(5L);
    assertThat(Dyn.getOr(WHEN, "nothing", "?")).isEqualTo("?");
  }

  @Test
  void methodsAreValues() {
    assertThat(Dyn.call(Dyn.get(WORDS, "findall"), "a1 b2"))
        .hasToString("[('a', '1'), ('b', '2')]");
  }

  @Test
  void awaitedMethodsGiveWhatIsAwaited() {
    assertThat(Dyn.invoke(new Queue<>(0), "put", 1L)).isInstanceOf(Coroutine.class);
  }

  @Test
  void whatDoesNotFitIsToldInCpythonsWords() {
    assertThatThrownBy(() -> Dyn.invoke(WORDS, "split"))
        .isInstanceOf(Errors.TypeError.class)
        .hasMessageContaining("missing 1 required positional argument");
    assertThatThrownBy(() -> Dyn.invoke(WHEN, "isoformat", "T", "auto", 3L))
        .isInstanceOf(Errors.TypeError.class);
    assertThatThrownBy(() -> Dyn.invoke(WHEN, "fly")).isInstanceOf(Errors.AttributeError.class);
  }

  @Test
  void allButTheirKnownKindsOfSignaturesAreEvaluated() {
    assertThat(LibraryTypes.unfit())
        .isNotEmpty()
        .allMatch(line -> line.contains("{handled}") || line.contains("::"));
  }
}
