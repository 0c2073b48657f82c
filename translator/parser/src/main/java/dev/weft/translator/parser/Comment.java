package dev.weft.translator.parser;

/**
 * A comment.
 *
 * @param line its line, from 1
 * @param text what follows the {@code #}, stripped
 * @param ownLine whether nothing stands before it on its line
 */
public record Comment(int line, String text, boolean ownLine) {}
