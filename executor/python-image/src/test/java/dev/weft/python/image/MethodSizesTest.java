package dev.weft.python.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the classes were made for. */
class MethodSizesTest {
  private static final int HOTSPOT_LIMIT = 8_000;

  @Test
  void noMethodIsTooLongToBeCompiled() throws IOException {
    List<String> huge = new ArrayList<>();
    int methods = 0;
    try (Stream<Path> files = Files.walk(Path.of("target/classes/dev/weft/python/image"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        ClassModel model = ClassFile.of().parse(file);
        for (MethodModel method : model.methods()) {
          methods++;
          if (method.code().map(it -> ((CodeAttribute) it).codeLength()).orElse(0)
              > HOTSPOT_LIMIT) {
            huge.add(model.thisClass().asInternalName() + "." + method.methodName());
          }
        }
      }
    }
    assertThat(huge).isEmpty();
    assertThat(methods).as("methods of CPython").isGreaterThan(18_000);
  }
}
