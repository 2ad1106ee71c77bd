package dev.hotdesk.api;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * Money.of("399.00", "CNY").in(Language.ZH) // ¥399.00
 * }</pre>
 *
 * @param amount in whole units of the currency, with its decimals
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

  /** An amount in a currency given by its ISO 4217 code. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** For people: {@code ¥299.00} in Chinese, {@code CNY 299.00} in English. */
  public String in(Language language) {
    String sign =
        language == Language.ZH && currency.getCurrencyCode().equals("CNY")
            ? "¥"
            : currency.getCurrencyCode() + " ";
    return sign + amount.toPlainString();
  }
}
