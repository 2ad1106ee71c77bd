package dev.hotdesk.bench.understanding;

import dev.hotdesk.api.Intent;
import dev.hotdesk.routing.Knowledge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Sentences as an agent's plugin would bring them; its intents are numbers of the labels. */
final class LabelledAgent implements Knowledge {

  private static final String NAME = "label_";
  private static final int LONGEST = 500;

  private final List<String> labels;
  private final byte[] file;

  LabelledAgent(List<Labelled> sentences) {
    this.labels = new ArrayList<>(new TreeSet<>(sentences.stream().map(Labelled::label).toList()));
    var lines = new StringBuilder();
    for (var sentence : sentences) {
      lines.append('[').append(NAME).append(labels.indexOf(sentence.label())).append("]\n");
      lines.append(line(sentence.text())).append('\n');
    }
    this.file = lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One that would begin a header or a comment is put behind a dash. */
  private static String line(String text) {
    var plain = text.strip().replaceAll("\\R", " ");
    var safe = plain.startsWith("[") || plain.startsWith("#") ? "- " + plain : plain;
    return safe.substring(0, Math.min(LONGEST, safe.length()));
  }

  /** The label that this intent stands for. */
  String label(Intent intent) {
    return labels.get(Integer.parseInt(intent.name().substring(NAME.length())));
  }

  @Override
  public String plugin() {
    return "agent-labels";
  }

  @Override
  public Optional<byte[]> read(String path) {
    return path.equals("intents/en.txt") ? Optional.of(file) : Optional.empty();
  }
}
