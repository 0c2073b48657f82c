package dev.weft.executor.python;

/**
 * A file that code can import.
 *
 * @param origin where it came from, for tracebacks
 * @param content what is in it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PackageFile(String origin, byte[] content) {}
