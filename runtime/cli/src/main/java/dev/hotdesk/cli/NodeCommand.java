package dev.hotdesk.cli;

import static dev.hotdesk.cli.Terminal.text;

import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** One server among several: how it is, and emptying it before it is stopped. */
@Command(name = "node")
@SuppressWarnings("NullAway.Init") // picocli does
final class NodeCommand {

  @ParentCommand Main main;

  @Command
  int status() {
    return show(main.server().get("admin/node"));
  }

  @Command
  int drain() {
    return show(main.server().post("admin/node/drain"));
  }

  private int show(JsonObject node) {
    main.terminal()
        .show(
            node,
            it -> Texts.text("node", text(it, "state"), text(it, "connections"), text(it, "busy")));
    return 0;
  }
}
