package dev.hotdesk.server.node;

import dev.hotdesk.server.stream.Drain;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how this server is, and does what is wanted of it. A wish is done once, when it is made: a
 * server that was emptied at its own door is not filled again by an older wish.
 */
public final class Nodes {

  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
  private static final String OPEN = "open";
  private static final String DRAINED = "drained";

  private final NodeBoard board;
  private final String node;
  private final Drain drain;
  private final Supplier<String> fault;
  private String done = OPEN;

  /**
   * Tells it in this database.
   *
   * @param node what this server is called
   * @param fault what makes it hear late of the others' news
   */
  public Nodes(DataSource database, String node, Drain drain, Supplier<String> fault) {
    this.board = new NodeBoard(database);
    this.node = node;
    this.drain = drain;
    this.fault = fault;
  }

  /** What this server is called. */
  public String node() {
    return node;
  }

  /** A server that has started is open; what was wanted of the one before it is forgotten. */
  public void begin() {
    board.begin(node);
  }

  /** Says how this server is, and looks what is wanted. Called by one thread from time to time. */
  public void tick() {
    var progress = drain.progress();
    if (!board.report(
        node, progress.state(), progress.connections(), progress.busy(), fault.get())) {
      board.begin(node);
    }
    board.wanted(node).ifPresent(this::follow);
  }

  private void follow(String wanted) {
    if (!wanted.equals(done)) {
      done = wanted;
      act(wanted);
    }
  }

  private void act(String wanted) {
    if (wanted.equals(DRAINED)) {
      drain.begin();
    } else {
      drain.end();
    }
  }

  /** All servers that were there within a day. */
  public List<KnownNode> all() {
    return board.all();
  }

  /** Wants a server emptied; it follows within two seconds, this one at once. */
  public boolean drain(String which, String by) {
    return want(which, DRAINED, by);
  }

  /** Wants a server to let people in again. */
  public boolean undrain(String which, String by) {
    return want(which, OPEN, by);
  }

  private boolean want(String which, String wanted, String by) {
    if (!which.equals(node)) {
      return board.want(which, wanted, by);
    }
    act(wanted);
    try {
      board.want(which, wanted, by);
    } catch (NodesUnavailableException e) {
      // Whoever stops this server has no time to wait for the database.
      LOG.warn("The other servers do not hear that this one is to be {}", wanted);
    }
    return true;
  }
}
