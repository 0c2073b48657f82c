/** The support library of translated Python. */
module dev.weft.python {
  requires jdk.unsupported;
  requires static org.jspecify;
  requires transitive dev.weft.runtime;

  exports dev.weft.python;
}
