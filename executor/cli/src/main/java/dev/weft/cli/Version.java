package dev.weft.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this command: of its module, or of its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"weft " + text() + " (JDK " + Runtime.version() + ")"};
  }

  private static String text() {
    return Optional.ofNullable(Weft.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(Weft.class.getPackage().getImplementationVersion()))
        .orElse("(not packaged)");
  }
}
