package dev.weft.python;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module {@code csv}: readers and writers of lines of cells. */
@SuppressWarnings({
  "NullAway",
  "IterableAndIterator"
}) // None is null; as Python's readers are their own iterators.
public final class Csv {
  static final long MINIMAL = 0;
  static final long ALL = 1;
  static final long NONNUMERIC = 2;
  static final long NONE = 3;

  private final char delimiter;
  private final @Nullable Character quote;
  private final long quoting;
  private final boolean doubles;
  private final boolean skipsSpace;
  private final String ending;

  private Csv(
      String delimiter,
      @Nullable String quote,
      long quoting,
      boolean doubles,
      boolean skipsSpace,
      String ending) {
    if (delimiter.length() != 1) {
      throw new Errors.TypeError("\"delimiter\" must be a 1-character string");
    }
    this.delimiter = delimiter.charAt(0);
    this.quote = quote == null ? null : (Character) quote.charAt(0);
    this.quoting = quoting;
    this.doubles = doubles;
    this.skipsSpace = skipsSpace;
    this.ending = ending;
  }

  /** How lines are read or written. */
  public static Csv of(
      @Nullable Object dialect,
      @Nullable String delimiter,
      @Nullable String quote,
      long quoting,
      boolean doubles,
      boolean skipsSpace,
      @Nullable String ending) {
    String name = dialect == null ? "excel" : Py.str(dialect);
    String plain =
        switch (name) {
          case "excel" -> ",";
          case "excel-tab" -> "\t";
          case "unix" -> ",";
          default -> throw new Errors.CsvError("unknown dialect");
        };
    return new Csv(
        delimiter == null ? plain : delimiter,
        quote == null ? "\"" : quote,
        name.equals("unix") ? ALL : quoting,
        doubles,
        skipsSpace,
        ending != null ? ending : name.equals("unix") ? "\n" : "\r\n");
  }

  /** {@code reader(lines)}. */
  public final class Reader implements Iterable<List<Object>>, Iterator<List<Object>> {
    private final Iterator<Object> lines;
    private long read;

    private Reader(Iterator<Object> lines) {
      this.lines = lines;
    }

    /** {@code line_num}. */
    @Property
    public long lineNum() {
      return read;
    }

    @Override
    public Iterator<List<Object>> iterator() {
      return this;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public List<Object> next() {
      List<Object> cells = new PyList<>();
      StringBuilder cell = new StringBuilder();
      boolean inside = false;
      boolean quoted = false;
      boolean starts = true;
      String line = line();
      if (line.replaceAll("[\\r\\n]+$", "").isEmpty()) {
        return cells;
      }
      for (int i = 0; ; i++) {
        if (i >= line.length()) {
          if (inside && lines.hasNext()) {
            line = line();
            i = -1;
            continue;
          }
          break;
        }
        char c = line.charAt(i);
        if (inside) {
          if (quote != null && c == quote) {
            if (doubles && i + 1 < line.length() && line.charAt(i + 1) == quote) {
              cell.append(c);
              i++;
            } else {
              inside = false;
            }
          } else {
            cell.append(c);
          }
        } else if (c == delimiter) {
          cells.add(value(cell, quoted));
          cell.setLength(0);
          quoted = false;
          starts = true;
          continue;
        } else if (c == '\r' || c == '\n') {
          break;
        } else if (starts && quote != null && c == quote && quoting != NONE) {
          inside = true;
          quoted = true;
        } else if (!(starts && skipsSpace && c == ' ')) {
          cell.append(c);
        } else {
          continue;
        }
        starts = false;
      }
      cells.add(value(cell, quoted));
      return cells;
    }

    private Object value(StringBuilder cell, boolean quoted) {
      String text = cell.toString();
      return quoting == NONNUMERIC && !quoted ? (Object) Numbers.parseDouble(text) : text;
    }

    private String line() {
      read++;
      Object line = lines.next();
      if (!(line instanceof String s)) {
        throw new Errors.CsvError(
            "iterator should return strings, not "
                + Py.typeName(line)
                + " (the file should be opened in text mode)");
      }
      return s;
    }
  }

  /** {@code reader(lines)}. */
  public Reader reader(@Nullable Object lines) {
    return new Reader(Iters.<Object>of(lines).iterator());
  }

  /** {@code DictReader(lines)}. */
  public static final class DictReader
      implements Iterable<Map<String, Object>>, Iterator<Map<String, Object>> {
    private final Reader rows;
    private @Nullable List<String> names;
    private final @Nullable String restKey;
    private final @Nullable Object restValue;
    private @Nullable List<Object> ahead;

    private DictReader(
        Reader rows,
        @Nullable List<String> names,
        @Nullable String restKey,
        @Nullable Object restValue) {
      this.rows = rows;
      this.names = names;
      this.restKey = restKey;
      this.restValue = restValue;
    }

    /** {@code fieldnames}. */
    @Property
    public @Nullable List<String> names() {
      if (names == null && rows.hasNext()) {
        List<String> first = new PyList<>();
        rows.next().forEach(cell -> first.add(Py.str(cell)));
        names = first;
      }
      return names;
    }

    /** {@code line_num}. */
    public long lineNum() {
      return rows.lineNum();
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
      return this;
    }

    @Override
    public boolean hasNext() {
      names();
      while (ahead == null && rows.hasNext()) {
        List<Object> row = rows.next();
        ahead = row.isEmpty() ? null : row;
      }
      return ahead != null;
    }

    @Override
    public Map<String, Object> next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      List<Object> row = ahead;
      ahead = null;
      Map<String, Object> cells = new PyDict<>();
      for (int i = 0; i < names.size(); i++) {
        cells.put(names.get(i), i < row.size() ? row.get(i) : restValue);
      }
      if (row.size() > names.size()) {
        cells.put(restKey, Lists.slice(row, (long) names.size(), null));
      }
      return cells;
    }
  }

  /** {@code DictReader(lines, names)}. */
  public DictReader records(
      @Nullable Object lines,
      @Nullable Object names,
      @Nullable String restKey,
      @Nullable Object restValue) {
    List<String> given = names == null ? null : Lists.copy(Iters.map(Py::str, Iters.of(names)));
    return new DictReader(reader(lines), given, restKey, restValue);
  }

  /** {@code writer(file)}. */
  public final class Writer {
    private final Object file;

    private Writer(Object file) {
      this.file = file;
    }

    /** {@code writerow(cells)}. */
    public long row(@Nullable Object cells) {
      List<String> texts = new ArrayList<>();
      for (Object cell : Iters.<Object>of(cells)) {
        texts.add(text(cell));
      }
      String line = String.join(String.valueOf(delimiter), texts);
      if (texts.size() == 1 && line.isEmpty()) {
        line = quote + "" + quote;
      }
      return write(line + ending);
    }

    /** {@code writerows(rows)}. */
    public void rows(@Nullable Object rows) {
      Iters.<Object>of(rows).forEach(this::row);
    }

    private long write(String line) {
      return switch (file) {
        case StringIo s -> s.write(line);
        case PyFile f -> f.write(line);
        case TextStream s -> s.write(line);
        default -> Numbers.toLong(Dyn.invoke(file, "write", line));
      };
    }

    private String text(@Nullable Object cell) {
      boolean number = Numbers.isNumber(cell);
      String text = cell == null ? "" : Py.str(cell);
      boolean special =
          text.indexOf(delimiter) >= 0
              || (quote != null && text.indexOf(quote) >= 0)
              || text.contains("\n")
              || text.contains("\r");
      boolean quotes =
          switch ((int) quoting) {
            case (int) ALL -> true;
            case (int) NONNUMERIC -> !number;
            case (int) NONE -> false;
            default -> special;
          };
      if (quoting == NONE && special) {
        throw new Errors.CsvError("need to escape, but no escapechar set");
      }
      String mark = String.valueOf(quote);
      return quotes ? mark + text.replace(mark, mark + mark) + mark : text;
    }
  }

  /** {@code writer(file)}. */
  public Writer writer(Object file) {
    return new Writer(file);
  }

  /** {@code DictWriter(file, names)}. */
  public static final class DictWriter {
    private final Writer rows;
    private final List<String> names;
    private final @Nullable Object absent;
    private final boolean raises;

    /** A writer of dicts. */
    public DictWriter(Writer rows, @Nullable Object names, @Nullable Object absent, String extra) {
      this.rows = rows;
      this.names = Lists.copy(Iters.map(Py::str, Iters.of(names)));
      this.absent = absent;
      this.raises = !extra.equals("ignore");
    }

    /** {@code fieldnames}. */
    public List<String> names() {
      return names;
    }

    /** {@code writeheader()}. */
    public long header() {
      return rows.row(names);
    }

    /** {@code writerow(cells)}. */
    public long row(@Nullable Object given) {
      Map<Object, Object> cells = Py.cast(Inherited.plain(given));
      List<String> unknown = new ArrayList<>();
      for (Object key : cells.keySet()) {
        if (!names.contains(Py.str(key))) {
          unknown.add(Py.repr(key));
        }
      }
      if (raises && !unknown.isEmpty()) {
        throw new Errors.ValueError(
            "dict contains fields not in fieldnames: " + String.join(", ", unknown));
      }
      List<Object> row = new PyList<>();
      names.forEach(n -> row.add(cells.containsKey(n) ? cells.get(n) : absent));
      return rows.row(row);
    }

    /** {@code writerows(rows)}. */
    public void rows(@Nullable Object all) {
      Iters.<Object>of(all).forEach(this::row);
    }
  }
}
