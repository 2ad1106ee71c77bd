package dev.hotdesk.function;

import dev.hotdesk.api.Outcome;
import java.time.Duration;

/** How a request to a plugin's function went. */
public sealed interface HttpAnswer {

  /** The function answered. */
  record Given(Outcome.Answer answer) implements HttpAnswer {}

  /** The function did what it should, and has nothing to say. */
  record Done() implements HttpAnswer {}

  /** No function is bound to this. */
  record NoSuchFunction() implements HttpAnswer {}

  /** It cannot be run now. */
  record Busy(Duration pause) implements HttpAnswer {}

  /** It did not answer in time. */
  record TooLate() implements HttpAnswer {}

  /** It threw, or returned nothing. */
  record Failed() implements HttpAnswer {}
}
