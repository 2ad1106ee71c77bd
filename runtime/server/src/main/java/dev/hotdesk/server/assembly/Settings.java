package dev.hotdesk.server.assembly;

import dev.hotdesk.function.FunctionBounds;
import dev.hotdesk.rollout.ErrorBudget;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.routing.Bounds;
import dev.hotdesk.server.attachment.AttachmentLimits;
import dev.hotdesk.server.gateway.Origins;
import dev.hotdesk.session.Patience;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * What an admin may set; docs/configuration.md tells what each key means.
 *
 * @param data the folder for all that is written
 * @param plugins the folder where plugins are dropped
 * @param documents the folder of the retailer's own documents
 * @param origins the shops' pages that may show the widget
 * @param tokenSecret signs customers' tokens; made up and kept in {@code data} if it is not set
 * @param tokenLife how long a customer's token is good
 * @param tokensPerMinute how many tokens one address may ask for
 * @param identifySecret signs the shop's word for who a customer is
 * @param operatorGrace how long an operator may be away before they have left
 * @param operatorCapacity how many customers an operator may serve of whom nothing else is set
 * @param recallLimit how long an operator may take a message back
 * @param patience how long one waits for what in a session
 * @param attachments what may be attached
 * @param bounds how long agents and ERP connectors may take
 * @param channelDeadline how long a channel adapter may take
 * @param models the folder of the language models; those in the program's jars if it is not set
 * @param modelConcurrency how many sentences of a language may be computed at once
 * @param functions bounds for plugins' functions
 * @param requestsPerMinute how many requests for plugins' functions one address may send
 * @param mayLookAtHeap whether the heap may be looked at to find out why a plugin leaks
 * @param isUnsignedAllowed whether plugins that nobody signed may run
 * @param rollouts how new versions of plugins come to serve
 * @param node what this server is called among those that share a database
 * @param admittedPerSecond how many connections are let in
 * @param drainSpan within what time all connections are told to go to other servers
 * @param redis where servers tell each other what happens; they ask the database if it is not set
 */
record Settings(
    Path data,
    Path plugins,
    Path documents,
    Set<String> origins,
    Optional<String> tokenSecret,
    Duration tokenLife,
    int tokensPerMinute,
    Optional<String> identifySecret,
    Duration operatorGrace,
    int operatorCapacity,
    Duration recallLimit,
    Patience patience,
    AttachmentLimits attachments,
    Bounds bounds,
    Duration channelDeadline,
    Optional<Path> models,
    int modelConcurrency,
    FunctionBounds functions,
    int requestsPerMinute,
    boolean mayLookAtHeap,
    boolean isUnsignedAllowed,
    Rollouts rollouts,
    String node,
    int admittedPerSecond,
    Duration drainSpan,
    Optional<URI> redis) {

  private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
  private static final Pattern NODE = Pattern.compile("[\\w.-]{1,64}");

  /** Reads the settings; an unusable one is an {@link IllegalArgumentException} that names it. */
  static Settings of(Config config) {
    return new Settings(
        Path.of(text(config, "hotdesk.data").orElse("data")),
        Path.of(text(config, "hotdesk.plugins").orElse("plugins")),
        text(config, "hotdesk.documents")
            .map(Path::of)
            .orElseGet(
                () -> Path.of(text(config, "hotdesk.data").orElse("data")).resolve("documents")),
        text(config, "hotdesk.origins").map(Settings::origins).orElse(Set.of()),
        secret(config, "hotdesk.token.secret"),
        duration(config, "hotdesk.token.life", Duration.ofHours(24)),
        number(config, "hotdesk.token.limit", 30),
        secret(config, "hotdesk.identify.secret"),
        duration(config, "hotdesk.operator.grace", Duration.ofSeconds(60)),
        number(config, "hotdesk.operator.capacity", 8),
        duration(config, "hotdesk.recall.limit", Duration.ofMinutes(2)),
        patience(config),
        attachments(config),
        new Bounds(
            duration(config, "hotdesk.agent.deadline", Bounds.DEFAULT.agent()),
            duration(config, "hotdesk.erp.deadline", Bounds.DEFAULT.erp()),
            duration(config, "hotdesk.catalogue.age", Bounds.DEFAULT.catalogueAge())),
        duration(config, "hotdesk.channel.deadline", Duration.ofSeconds(1)),
        text(config, "hotdesk.models").map(Path::of),
        number(config, "hotdesk.model.concurrency", 2),
        functions(config),
        number(config, "hotdesk.function.limit", 600),
        automatic(config, "hotdesk.plugins.leak.heap"),
        isAllowed(config, "hotdesk.plugins.unsigned"),
        rollouts(config),
        node(config),
        number(config, "hotdesk.admission.rate", 2_000),
        duration(config, "hotdesk.drain.span", Duration.ofSeconds(5)),
        text(config, "hotdesk.redis").map(Settings::redis));
  }

  private static Patience patience(Config config) {
    var usual = Patience.DEFAULT;
    var key = "hotdesk.session.";
    return new Patience(
        time(config, key + "quiet", usual.quiet()),
        time(config, key + "inactive", usual.inactive()),
        time(config, key + "first-answer", usual.firstAnswer()),
        time(config, key + "sla", usual.sla()),
        time(config, key + "silence", usual.silence()),
        time(config, key + "transfer", usual.transfer()),
        time(config, key + "wrap-up", usual.wrapUp()),
        time(config, key + "survey", usual.survey()));
  }

  /**
   * How new versions of plugins come to serve.
   *
   * @param usual the way that a dropped jar takes
   * @param canary the way of one that asks for canary
   */
  record Rollouts(RolloutPlan usual, RolloutPlan canary) {}

  private static Rollouts rollouts(Config config) {
    var key = "hotdesk.plugins.rollout";
    var usual = RolloutPlan.CANARY;
    var canary =
        new RolloutPlan(
            time(config, key + ".shadow", usual.shadow()),
            text(config, key + ".percents")
                .map(list -> percents(key + ".percents", list))
                .orElse(usual.percents()),
            time(config, key + ".step", usual.step()),
            time(config, key + ".bake", usual.bake()),
            usual.budget());
    return switch (text(config, key).orElse("direct")) {
      case "direct" -> new Rollouts(RolloutPlan.DIRECT, canary);
      case "canary" -> new Rollouts(canary, canary);
      case String other ->
          throw new IllegalArgumentException(key + ": wanted direct or canary, not " + other);
    };
  }

  private static List<Integer> percents(String key, String list) {
    try {
      var percents = Arrays.stream(list.split("[,\\s]+")).map(Integer::valueOf).toList();
      return new RolloutPlan(
              Duration.ZERO, percents, Duration.ZERO, Duration.ZERO, ErrorBudget.DEFAULT)
          .percents();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key + ": wanted growing shares from 1 to 100 such as 10,50, not " + list, e);
    }
  }

  /** As {@link #duration}, but it may be zero. */
  static Duration time(Config config, String key, Duration otherwise) {
    return text(config, key).filter("0"::equals).isPresent()
        ? Duration.ZERO
        : duration(config, key, otherwise);
  }

  private static String node(Config config) {
    var node = text(config, "hotdesk.node").orElseGet(Settings::hostName);
    if (!NODE.matcher(node).matches()) {
      throw new IllegalArgumentException(
          "hotdesk.node: wanted 1 to 64 letters, digits, dots, dashes or underscores, not " + node);
    }
    return node;
  }

  private static URI redis(String text) {
    try {
      var uri = new URI(text);
      if (List.of("redis", "rediss").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below. Without what was found: there may be a password in it.
    }
    throw new IllegalArgumentException(
        "hotdesk.redis: wanted an address such as redis://host:6379 or"
            + " rediss://:password@host:6379/0");
  }

  private static String hostName() {
    try {
      var name = InetAddress.getLocalHost().getHostName();
      return NODE.matcher(name).matches() ? name : "local";
    } catch (UnknownHostException e) {
      return "local";
    }
  }

  private static AttachmentLimits attachments(Config config) {
    var usual = AttachmentLimits.DEFAULT;
    return new AttachmentLimits(
        number(config, "hotdesk.attachments.size", (int) usual.bytes()),
        text(config, "hotdesk.attachments.types")
            .map(list -> types("hotdesk.attachments.types", list))
            .orElse(usual.types()),
        number(config, "hotdesk.attachments.pixels", (int) usual.pixels()),
        usual.unused(),
        duration(config, "hotdesk.attachments.keep", usual.keep()));
  }

  private static Set<String> types(String key, String list) {
    var types = Set.of(list.strip().split("[,\\s]+"));
    for (var type : types) {
      if (!TYPE.matcher(type).matches()) {
        throw new IllegalArgumentException(
            key + ": wanted media types such as image/png application/pdf, not " + type);
      }
    }
    return types;
  }

  private static FunctionBounds functions(Config config) {
    var usual = FunctionBounds.DEFAULT;
    return new FunctionBounds(
        duration(config, "hotdesk.function.deadline", usual.deadline()),
        usual.look(),
        usual.margin(),
        duration(config, "hotdesk.function.keep", usual.keep()),
        usual.longest());
  }

  static Optional<String> text(Config config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  private static boolean isAllowed(Config config, String key) {
    return switch (text(config, key).orElse("allow")) {
      case "allow" -> true;
      case "refuse" -> false;
      default ->
          throw new IllegalArgumentException(
              key + ": wanted allow or refuse, not " + text(config, key).orElse(""));
    };
  }

  private static Set<String> origins(String list) {
    try {
      return Arrays.stream(list.split("[,\\s]+"))
          .filter(word -> !word.isEmpty())
          .map(Origins::origin)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("hotdesk.origins: " + e.getMessage(), e);
    }
  }

  private static Optional<String> secret(Config config, String key) {
    var secret = text(config, key);
    if (secret.isPresent() && secret.get().length() < 32) {
      throw new IllegalArgumentException(key + ": wanted at least 32 characters");
    }
    return secret;
  }

  /** Seconds, or as ISO 8601 has it. */
  static Duration duration(Config config, String key, Duration otherwise) {
    var text = text(config, key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      var duration =
          text.get().startsWith("P")
              ? Duration.parse(text.get())
              : Duration.ofMillis(Math.round(Double.parseDouble(text.get()) * 1000));
      if (duration.isPositive()) {
        return duration;
      }
    } catch (RuntimeException e) {
      // Told below, with the name of the key.
    }
    throw new IllegalArgumentException(
        key + ": wanted seconds, or a duration such as PT1.5S, not " + text.get());
  }

  private static boolean automatic(Config config, String key) {
    var word = text(config, key).orElse("auto");
    return switch (word) {
      case "auto" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException(key + ": wanted auto or off, not " + word);
    };
  }

  static int number(Config config, String key, int otherwise) {
    var text = text(config, key);
    try {
      var number = text.map(Integer::parseInt).orElse(otherwise);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the name of the key.
    }
    throw new IllegalArgumentException(
        key + ": wanted a whole number above 0, not " + text.orElse(""));
  }
}
