package dev.weft.python;

/** {@code string.Template}. */
public record TextTemplate(String text) {}
