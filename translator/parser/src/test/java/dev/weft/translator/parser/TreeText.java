package dev.weft.translator.parser;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree as text, in the form that {@code tree.py} gives CPython's. */
final class TreeText {
  private final List<String> out = new ArrayList<>();

  private TreeText() {}

  static String of(SourceModule module) {
    TreeText text = new TreeText();
    text.show(module.body());
    return String.join("\n", text.out);
  }

  private void show(@Nullable Object value) {
    switch (value) {
      case null -> out.add("null");
      case Boolean b -> out.add(b.toString());
      case BigInteger i -> out.add(i.bitLength() > 60 ? hex(i) : i.toString());
      case Integer i -> out.add(i.toString());
      case Character c -> out.add(String.valueOf((int) c));
      case Double d -> out.add("f" + Double.doubleToLongBits(d));
      case String s -> out.add(text(s));
      case Enum<?> e -> out.add(e.name());
      case List<?> l -> {
        out.add("[");
        l.forEach(this::show);
        out.add("]");
      }
      case Record r -> record(r);
      default -> throw new IllegalStateException("no text for " + value.getClass());
    }
  }

  private void record(Record node) {
    boolean isPlain =
        node instanceof WithItem || node instanceof Clause || node instanceof MatchCase;
    String head = node.getClass().getSimpleName();
    if (node instanceof Node n && !isPlain) {
      Position at = n.at();
      head += " %d:%d-%d:%d".formatted(at.line(), at.column(), at.endLine(), at.endColumn());
    }
    out.add("(" + head);
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      if (!component.getName().equals("at")) {
        try {
          show(component.getAccessor().invoke(node));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    out.add(")");
  }

  private static String hex(BigInteger i) {
    return (i.signum() < 0 ? "-" : "") + "0x" + i.abs().toString(16);
  }

  private static String text(String value) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = c < 128 && Character.isLetterOrDigit(c);
      text.append(plain ? String.valueOf(c) : "\\%x;".formatted((int) c));
    }
    return text.toString();
  }
}
