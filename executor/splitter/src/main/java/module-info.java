/** Splits methods that are too long for HotSpot's compilers. A tool of the build. */
module dev.weft.splitter {
  requires static org.jspecify;
  requires org.objectweb.asm;
  requires org.objectweb.asm.commons;
  requires org.objectweb.asm.tree;
  requires org.objectweb.asm.tree.analysis;

  exports dev.weft.splitter;
}
