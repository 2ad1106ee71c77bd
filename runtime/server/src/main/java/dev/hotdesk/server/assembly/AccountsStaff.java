package dev.hotdesk.server.assembly;

import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.access.Accounts;
import dev.hotdesk.server.access.StaffStoreException;
import dev.hotdesk.server.gateway.OperatorNames;
import dev.hotdesk.server.lookup.Lookup;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.workspace.Operator;
import dev.hotdesk.server.workspace.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The accounts as the desk and the customers see them; read again as soon as they change. */
final class AccountsStaff implements Staff, OperatorNames {

  private static final Duration OLDEST = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final Lookup<List<Operator>> all;

  AccountsStaff(Accounts accounts, Lookups lookups) {
    this.accounts = accounts;
    this.all =
        lookups.of(
            Lookups.STAFF,
            OLDEST,
            () -> accounts.all().stream().map(AccountsStaff::operator).toList());
  }

  @Override
  public Optional<Operator> find(String login) {
    return accounts.find(login).filter(account -> !account.disabled()).map(AccountsStaff::operator);
  }

  @Override
  public List<Operator> operators() {
    return fresh().stream().filter(one -> one.roles().contains("operator")).toList();
  }

  @Override
  public String nameOf(String login) {
    return fresh().stream()
        .filter(one -> one.login().equals(login))
        .map(Operator::name)
        .findFirst()
        .orElse(login);
  }

  /** Nobody, if the accounts could never be read: names are then shown as log-in names. */
  private List<Operator> fresh() {
    try {
      return all.get();
    } catch (StaffStoreException _) {
      return List.of();
    }
  }

  private static Operator operator(Account account) {
    return new Operator(account.login(), account.name(), account.groups());
  }
}
