package dev.hotdesk.routing;

import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpContext;
import dev.hotdesk.api.ErpUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Asks the active ERP connector, within a deadline. */
final class ShopConnection {

  private final Optional<Plugged<ErpConnector>> connector;
  private final Supplier<DataSource> database;
  private final Duration deadline;

  ShopConnection(
      Optional<Plugged<ErpConnector>> connector, Supplier<DataSource> database, Duration deadline) {
    this.connector = connector;
    this.database = database;
    this.deadline = deadline;
  }

  /**
   * Looks something up.
   *
   * @throws ErpUnavailableException whatever goes wrong
   */
  <R> R ask(String what, BiFunction<ErpConnector, ErpContext, R> lookUp) {
    var plugged =
        connector.orElseThrow(
            () -> new ErpUnavailableException("No ERP connector is active; wanted for " + what));
    try {
      var context = new LentToErp(plugged.context(), database);
      return plugged.call(what, deadline, erp -> lookUp.apply(erp, context));
    } catch (PluginFaultException fault) {
      throw new ErpUnavailableException(
          "The shop's systems gave no answer to " + what + ": " + fault.getMessage(), fault);
    }
  }
}
