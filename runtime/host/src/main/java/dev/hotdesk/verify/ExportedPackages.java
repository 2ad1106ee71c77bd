package dev.hotdesk.verify;

import java.util.List;
import java.util.Optional;

/** The packages that plugins share with the runtime; everything else a plugin brings itself. */
public final class ExportedPackages {

  private static final List<String> NAMES =
      List.of("dev.hotdesk.api", "org.pf4j", "org.jspecify", "org.slf4j");

  private ExportedPackages() {}

  /** Whether a class of this name comes from the runtime. */
  public static boolean contain(String className) {
    return owner(className).isPresent();
  }

  /** The exported package that a class of this name belongs to. */
  static Optional<String> owner(String className) {
    return NAMES.stream().filter(name -> className.startsWith(name + ".")).findFirst();
  }
}
