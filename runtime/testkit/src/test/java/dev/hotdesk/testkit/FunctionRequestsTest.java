package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.function.HttpAnswer;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import dev.hotdesk.routing.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests find the function that they are for. */
class FunctionRequestsTest {

  private final FunctionHouse house = new FunctionHouse();

  @Test
  void answers_requests_of_its_own_prefix_only() {
    house.bind(new Trigger.OnHttp("POST", "hook"));
    house.work = _ -> Outcome.answer(201, "text/plain", "thanks");

    assertThat(house.request(FunctionHouse.PLUGIN, "POST", "hook"))
        .isEqualTo(new HttpAnswer.Given(new Outcome.Answer(201, "text/plain", "thanks")));
    for (var answer :
        List.of(
            house.request("agent-b", "POST", "hook"),
            house.request(FunctionHouse.PLUGIN, "GET", "hook"),
            house.request(FunctionHouse.PLUGIN, "POST", "hook/more"))) {
      assertThat(answer).isEqualTo(new HttpAnswer.NoSuchFunction());
    }
  }

  @Test
  void tells_a_caller_how_a_request_failed() {
    house.bind(new Trigger.OnHttp("GET", "hook"));
    var answers = new ArrayList<HttpAnswer>();
    for (var kind : Kind.values()) {
      house.work =
          _ -> {
            throw new PluginFaultException(kind, "", null);
          };
      answers.add(house.request(FunctionHouse.PLUGIN, "GET", "hook"));
    }
    house.work = _ -> Outcome.later(Duration.ofSeconds(5), "");
    answers.add(house.request(FunctionHouse.PLUGIN, "GET", "hook"));
    house.work = _ -> Outcome.done();
    answers.add(house.request(FunctionHouse.PLUGIN, "GET", "hook"));

    assertThat(answers)
        .containsExactly(
            new HttpAnswer.Failed(),
            new HttpAnswer.TooLate(),
            new HttpAnswer.Busy(Duration.ofSeconds(1)),
            new HttpAnswer.Failed(),
            new HttpAnswer.Busy(Policy.DEFAULT.breaker().open()),
            new HttpAnswer.Busy(Duration.ofSeconds(5)),
            new HttpAnswer.Done());
  }
}
