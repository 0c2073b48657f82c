package dev.weft.python;

/** Something whose format specification is a date's. */
interface DateFormat {
  String strftime(String format);
}
