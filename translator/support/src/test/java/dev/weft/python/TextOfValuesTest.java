package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOfValuesTest {
  @ParameterizedTest
  @CsvSource({
    "1e16, 1e+16",
    "1e15, 1000000000000000.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.1, 0.1",
    "-0.0, -0.0",
    "1e22, 1e+22",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2e-3, 0.002"
  })
  void floatReprIsCPythons(double value, String repr) {
    assertThat(Numbers.repr(value)).isEqualTo(repr);
  }

  @Test
  void containersShowTheirElementsReprs() {
    assertThat(Py.repr(Lists.<Object>of(1L, "a", 2.0, true))).isEqualTo("[1, 'a', 2.0, True]");
    assertThat(Py.repr(new Tuple1<>(1L))).isEqualTo("(1,)");
    assertThat(Py.repr(Dicts.of("k", new Tuple2<>(1L, "x")))).isEqualTo("{'k': (1, 'x')}");
    assertThat(Py.repr(new PySet<Long>())).isEqualTo("set()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234567.891|,.2f|1,234,567.89",
        "0.25|.1%|25.0%",
        "3.14159|08.3f|0003.142",
        "1e10|e|1.000000e+10",
        "12345.678|g|12345.7",
        "2.5|.0f|2",
        "0.5|+.1f|+0.5",
        "1.5|010.2f|0000001.50"
      })
  void floatFormatIsCPythons(double value, String spec, String text) {
    assertThat(Format.of(value, spec)).isEqualTo(text);
  }

  @Test
  void intSetIteratesInCPythonsOrder() {
    java.util.Set<Long> set = Sets.ofConstants(100L, 3L, 17L, 8L, 1L);

    // print({100, 3, 17, 8, 1}) of CPython 3.12
    assertThat(set).hasToString("{1, 17, 3, 100, 8}");
  }
}
