package dev.hotdesk.routing;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Erp;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.NotPermittedException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What one agent is lent for one call. */
public final class LentToAgent extends LentContext implements AgentContext {

  private static final String ERP = "erp:read";

  private final Supplier<Erp> shop;
  private final Language language;
  private final Map<String, String> texts;
  private final String memory;

  private LentToAgent(Plugged<?> agent, Supplier<Erp> shop, Language language, String memory) {
    super(agent.context());
    this.shop = agent.allows(ERP) ? shop : LentToAgent::notPermitted;
    this.language = language;
    this.texts = agent.texts(language);
    this.memory = memory;
  }

  /**
   * For a customer's turn.
   *
   * @param erp the shop's systems with the customer's rights
   * @param language to answer in
   * @param memory what the agent remembers of the conversation, or empty
   */
  static LentToAgent turn(Plugged<?> agent, Erp erp, Language language, String memory) {
    return new LentToAgent(agent, () -> erp, language, memory);
  }

  /** For what needs no customer: nothing of the shop is lent. */
  public static LentToAgent withoutShop(Plugged<Agent> agent, Language language) {
    return new LentToAgent(
        agent,
        () -> {
          throw new ErpUnavailableException("Nothing of the shop is lent for this call");
        },
        language,
        "");
  }

  private static Erp notPermitted() {
    throw new NotPermittedException(ERP);
  }

  @Override
  public Erp erp() {
    return shop.get();
  }

  @Override
  public String text(String key, Object... arguments) {
    var pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException(
          "No text " + key + " in texts/" + language.code() + ".properties of the plugin");
    }
    var locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    return new MessageFormat(pattern, locale).format(arguments);
  }

  @Override
  public Optional<String> memory() {
    return memory.isEmpty() ? Optional.empty() : Optional.of(memory);
  }
}
