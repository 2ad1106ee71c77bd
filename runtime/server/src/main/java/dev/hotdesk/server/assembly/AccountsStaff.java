package dev.hotdesk.server.assembly;

import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.access.Accounts;
import dev.hotdesk.server.access.StaffStoreException;
import dev.hotdesk.server.gateway.OperatorNames;
import dev.hotdesk.server.workspace.Operator;
import dev.hotdesk.server.workspace.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The accounts as the desk and the customers see them; a few seconds old at the most. */
final class AccountsStaff implements Staff, OperatorNames {

  private static final long AGE = Duration.ofSeconds(5).toNanos();

  private final Accounts accounts;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Read read = new Read(List.of(), System.nanoTime() - AGE);

  AccountsStaff(Accounts accounts) {
    this.accounts = accounts;
  }

  private record Read(List<Operator> operators, long at) {}

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

  private List<Operator> fresh() {
    if (System.nanoTime() - read.at >= AGE && reading.tryLock()) {
      try {
        var now = accounts.all().stream().map(AccountsStaff::operator).toList();
        read = new Read(now, System.nanoTime());
      } catch (StaffStoreException _) {
        read = new Read(read.operators, System.nanoTime());
      } finally {
        reading.unlock();
      }
    }
    return read.operators;
  }

  private static Operator operator(Account account) {
    return new Operator(account.login(), account.name(), account.groups());
  }
}
