package dev.hotdesk.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Who signed a jar: every entry of it, and nobody else any. */
final class Signatures {

  private static final Pattern OF_THE_SIGNATURE =
      Pattern.compile("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
  private static final Pattern DIGEST_OF_MAIN =
      Pattern.compile(".+-digest-manifest-main-attributes");

  private final String file;
  private final Path path;
  private final Trust trust;

  Signatures(String file, Path path, Trust trust) {
    this.file = file;
    this.path = path;
    this.trust = trust;
  }

  /** The trusted signer; none if the jar is unsigned and that is allowed. */
  Optional<Signer> verify(JarContents contents) throws RefusedJarException, IOException {
    if (contents.names().stream().noneMatch(Signatures::isOfTheSignature)) {
      if (trust.isUnsignedAllowed()) {
        return Optional.empty();
      }
      throw refused(
          "is not signed; wanted the signature of a signer whom this shop trusts: sign it with"
              + " jarsigner, or allow unsigned plugins with hotdesk.plugins.unsigned=allow");
    }
    for (var named : contents.manifest().getEntries().keySet()) {
      if (!contents.names().contains(named)) {
        throw refused(
            "has lost the entry %s since it was signed; wanted it as it was signed: get it anew from its maker"
                .formatted(named));
      }
    }
    return Optional.of(new TrustedSigner(file, trust).named(signers()));
  }

  private Set<CodeSigner> signers() throws RefusedJarException, IOException {
    var all = new HashSet<CodeSigner>();
    var unsigned = "";
    try (var jar = new JarFile(path.toFile(), true)) {
      for (var entry : jar.stream().toList()) {
        boolean counts =
            !entry.isDirectory()
                && !entry.getName().equals(JarFile.MANIFEST_NAME)
                && !isOfTheSignature(entry.getName());
        if (counts) {
          var signers = signers(jar, entry);
          all.addAll(signers);
          unsigned = signers.isEmpty() && unsigned.isEmpty() ? entry.getName() : unsigned;
        }
      }
      checkMainAttributes(jar);
    } catch (SecurityException e) {
      throw refused(
          "was changed after it was signed (%s); wanted it as it was signed: get it anew from its maker"
              .formatted(e.getMessage()));
    }
    if (all.isEmpty()) {
      throw refused(
          "carries a signature that cannot be verified: it is damaged, or made with an algorithm"
              + " that Java trusts no more; wanted a sound one: sign it anew with jarsigner");
    }
    if (!unsigned.isEmpty()) {
      throw refused(
          "has the entry %s, which was added after it was signed; wanted every entry signed: sign it as the last step of its build"
              .formatted(unsigned));
    }
    return all;
  }

  private static Set<CodeSigner> signers(JarFile jar, JarEntry entry) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    var signers = entry.getCodeSigners();
    return signers == null ? Set.of() : Set.of(signers);
  }

  /** The manifest's main section, permissions and all, must be what was signed. */
  private void checkMainAttributes(JarFile jar) throws RefusedJarException, IOException {
    for (var entry : jar.stream().filter(it -> it.getName().endsWith(".SF")).toList()) {
      try (var in = jar.getInputStream(entry)) {
        boolean isCovered =
            new java.util.jar.Manifest(in)
                .getMainAttributes().keySet().stream()
                    .map(key -> key.toString().toLowerCase(Locale.ROOT))
                    .anyMatch(key -> DIGEST_OF_MAIN.matcher(key).matches());
        if (!isCovered) {
          throw refused(
              "is signed without the first section of its manifest; wanted that signed too: sign it"
                  + " with jarsigner");
        }
      }
    }
  }

  private static boolean isOfTheSignature(String name) {
    return OF_THE_SIGNATURE.matcher(name.toUpperCase(Locale.ROOT)).matches();
  }

  private RefusedJarException refused(String what) {
    return new RefusedJarException(file + " " + what + ".");
  }
}
