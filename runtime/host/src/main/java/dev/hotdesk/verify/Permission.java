package dev.hotdesk.verify;

import dev.hotdesk.api.Language;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One thing that a plugin asks to be allowed to do.
 *
 * @param kind what sort of thing
 * @param value which one exactly: a host, a secret's name; empty for the kinds that need none
 */
public record Permission(Kind kind, String value) implements Comparable<Permission> {

  private static final String HOST_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final String HOST =
      "(%1$s(\\.%1$s)*|\\*(\\.%1$s){2,})(:\\d{1,5})?".formatted(HOST_LABEL);

  /** What a plugin may ask for. */
  public enum Kind {
    /** HTTP requests to a host. */
    OUTBOUND("outbound", HOST, "outbound:api.shop.example, outbound:*.shop.example:8443"),
    /** A small store of its own. */
    STORAGE("storage", "", "storage"),
    /** Telling other plugins what happened. */
    EVENTS("events", "", "events"),
    /** Reading a secret that the admin keeps. */
    SECRET("secret", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "secret:shop-api-key"),
    /** Reading orders and products. */
    ERP_READ("erp:read", "", "erp:read"),
    /** Reading the retailer's documents. */
    DOCUMENTS_READ("documents:read", "", "documents:read"),
    /** Reading what was said in conversations. */
    CONVERSATION_READ("conversation:read", "", "conversation:read"),
    /** Answering HTTP requests under its own prefix. */
    HTTP("http", "", "http"),
    /** Running at set times. */
    TIMERS("timers", "", "timers");

    private final String word;
    private final String values;
    private final String example;

    Kind(String word, String values, String example) {
      this.word = word;
      this.values = values;
      this.example = example;
    }

    /** As the manifest writes it. */
    public String word() {
      return word;
    }

    private boolean isNamedBy(String text) {
      return text.equals(word) || text.startsWith(word + ":");
    }
  }

  /** Checks the value. */
  public Permission {
    if (!value.matches(kind.values) || !isPort(kind, value)) {
      throw new IllegalArgumentException(
          "the permission %s%s; wanted one such as %s"
              .formatted(kind.word, value.isEmpty() ? "" : ":" + value, kind.example));
    }
  }

  private static boolean isPort(Kind kind, String value) {
    int colon = value.indexOf(':');
    if (kind != Kind.OUTBOUND || colon < 0) {
      return true;
    }
    int port = Integer.parseInt(value.substring(colon + 1));
    return port >= 1 && port <= 65_535;
  }

  /** Reads {@code kind[:value]}; an {@link IllegalArgumentException} says what is wrong. */
  static Permission parse(String text) {
    for (var kind : Kind.values()) {
      if (kind.isNamedBy(text)) {
        var value = text.equals(kind.word) ? "" : text.substring(kind.word.length() + 1);
        if (!text.equals(kind.word) && value.isEmpty()) {
          break;
        }
        return new Permission(kind, value);
      }
    }
    throw new IllegalArgumentException(
        "the permission %s, which this runtime does not know; wanted some of %s"
            .formatted(
                text,
                Arrays.stream(Kind.values())
                    .map(kind -> kind.example.split(",", 2)[0])
                    .collect(Collectors.joining(", "))));
  }

  /** Whether this lets requests out to a host's port. */
  boolean opens(String host, int port) {
    if (kind != Kind.OUTBOUND) {
      return false;
    }
    var parts = value.split(":", 2);
    boolean isHost =
        parts[0].startsWith("*.") ? host.endsWith(parts[0].substring(1)) : host.equals(parts[0]);
    boolean isPort =
        parts.length == 2 ? Integer.parseInt(parts[1]) == port : port == 443 || port == 80;
    return isHost && isPort;
  }

  /** One sentence for an admin who must decide. */
  public String describe(Language language) {
    boolean zh = language == Language.ZH;
    return switch (kind) {
      case OUTBOUND -> outbound(zh);
      case STORAGE -> zh ? "在自己的存储空间里保存数据。" : "Keeps data in a store of its own.";
      case EVENTS -> zh ? "向其他插件发布事件。" : "Tells other plugins what happened.";
      case SECRET ->
          (zh ? "读取由您保管的密钥“%s”。" : "Reads the secret %s, which you keep.").formatted(value);
      case ERP_READ ->
          zh
              ? "读取商店的商品和已验证顾客的订单。"
              : "Reads the shop's products, and orders of customers who proved them.";
      case DOCUMENTS_READ ->
          zh ? "查阅商店自己的文档。" : "Reads the shop's own documents, such as policies and opening hours.";
      case CONVERSATION_READ ->
          zh ? "读取顾客对话的内容。" : "Reads what is said in customers' conversations.";
      case HTTP ->
          zh ? "在自己的路径前缀下响应 HTTP 请求。" : "Answers HTTP requests under a path prefix of its own.";
      case TIMERS -> zh ? "按设定的时间自动运行。" : "Runs by itself at set times.";
    };
  }

  private String outbound(boolean zh) {
    var parts = value.split(":", 2);
    if (parts.length == 2) {
      return (zh ? "向 %s 的端口 %s 发送 HTTP 请求。" : "Sends HTTP requests to %s, port %s.")
          .formatted(parts[0], parts[1]);
    }
    return (zh ? "向 %s(端口 443 和 80)发送 HTTP 请求。" : "Sends HTTP requests to %s, ports 443 and 80.")
        .formatted(value);
  }

  @Override
  public int compareTo(Permission other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : value.compareTo(other.value);
  }

  /** As the manifest writes it. */
  @Override
  public String toString() {
    return value.isEmpty() ? kind.word : kind.word + ":" + value;
  }
}
