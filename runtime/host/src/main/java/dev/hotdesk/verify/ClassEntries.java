package dev.hotdesk.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which entry of a jar holds which class, for the Java that runs. */
final class ClassEntries {

  private static final String SUFFIX = ".class";
  private static final Pattern OF_A_RELEASE = Pattern.compile("META-INF/versions/(\\d{1,5})/(.+)");

  private ClassEntries() {}

  static Map<String, String> of(JarContents contents) {
    var entries = new TreeMap<String, String>();
    var releases = new HashMap<String, Integer>();
    for (var name : contents.names()) {
      if (!name.endsWith(SUFFIX)) {
        continue;
      }
      var form = OF_A_RELEASE.matcher(name);
      boolean isOfARelease = form.matches();
      int release = isOfARelease ? Integer.parseInt(form.group(1)) : 0;
      var plain = isOfARelease ? form.group(2) : name;
      var type = plain.substring(0, plain.length() - SUFFIX.length());
      boolean counts = !isOfARelease || (contents.isMultiRelease() && isRead(release));
      if (counts && release >= releases.getOrDefault(type, 0)) {
        releases.put(type, release);
        entries.put(type, name);
      }
    }
    return entries;
  }

  private static boolean isRead(int release) {
    return release > 8 && release <= Runtime.version().feature();
  }
}
