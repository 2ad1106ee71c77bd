package dev.hotdesk.server.assembly;

import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.understanding.LocalTrainer;
import dev.hotdesk.understanding.document.Library;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the library of the retailer's documents, and has it look for new ones. */
@ApplicationScoped
public class DocumentAssembly {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentAssembly.class);

  /** A document serves once it has looked the same twice. */
  private static final int SECONDS = 2;

  @Produces
  @Singleton
  Library library(LocalTrainer trainer, Settings settings, Crews crews) {
    var library =
        new Library(
            trainer.encoders(),
            settings.documents(),
            settings.data().resolve("vectors").resolve("documents"));
    crews
        .timer("documents")
        .scheduleWithFixedDelay(() -> look(library), SECONDS, SECONDS, TimeUnit.SECONDS);
    return library;
  }

  /** A task that throws is never run again, so nothing may escape. */
  private static void look(Library library) {
    try {
      library.look();
    } catch (RuntimeException e) {
      LOG.warn("The shop's documents stay as they were known: {}", e.getMessage());
    }
  }
}
