package dev.hotdesk.understanding.encoder;

import dev.hotdesk.routing.ModelUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the models lie: among the program's own jars, or in a directory that the shop chose. */
public abstract sealed class ModelFiles {

  private ModelFiles() {}

  /** The models that came with the program. */
  public static ModelFiles shipped() {
    return new Shipped();
  }

  /** The models in this directory, under the names they have in the release. */
  public static ModelFiles in(Path directory) {
    return new Directory(directory);
  }

  /** Reads one file whole, or says in a {@link ModelUnavailableException} what is wrong with it. */
  abstract byte[] read(PinnedFile file);

  private static final class Shipped extends ModelFiles {

    private static final String PLACE = "the program's jars";

    @Override
    byte[] read(PinnedFile file) {
      try (var in = ModelFiles.class.getClassLoader().getResourceAsStream(file.name())) {
        if (in == null) {
          throw file.missing(PLACE);
        }
        return file.checked(in.readAllBytes(), PLACE);
      } catch (IOException e) {
        throw new ModelUnavailableException(
            "Cannot read model file " + file.name() + " from " + PLACE + ": " + e, e);
      }
    }
  }

  private static final class Directory extends ModelFiles {

    private final Path path;

    private Directory(Path path) {
      this.path = path;
    }

    @Override
    byte[] read(PinnedFile file) {
      var place = path.resolve(file.name());
      if (!Files.isRegularFile(place)) {
        throw file.missing(path.toString());
      }
      try {
        return file.checked(Files.readAllBytes(place), path.toString());
      } catch (IOException e) {
        throw new ModelUnavailableException("Cannot read model file " + place + ": " + e, e);
      }
    }
  }
}
