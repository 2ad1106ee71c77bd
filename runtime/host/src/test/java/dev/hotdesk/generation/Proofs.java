package dev.hotdesk.generation;

import dev.hotdesk.retire.Proof;
import dev.hotdesk.retire.Remnant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Remembers what became of retired generations. */
final class Proofs implements PluginWatch {

  final List<Proof> all = new CopyOnWriteArrayList<>();

  @Override
  public void retired(String plugin, String version, int generation, Proof proof) {
    all.add(proof);
  }

  Stream<Remnant> cleaned() {
    return all.stream().flatMap(proof -> proof.cleaned().stream());
  }

  Stream<Remnant> culprits() {
    return all.stream()
        .flatMap(
            proof ->
                proof instanceof Proof.Leaked leaked
                    ? leaked.culprits().stream()
                    : Stream.<Remnant>empty());
  }

  boolean areCollected() {
    return all.stream().anyMatch(Proof.Collected.class::isInstance);
  }
}
