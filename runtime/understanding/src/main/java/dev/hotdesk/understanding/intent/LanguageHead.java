package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Intent;
import dev.hotdesk.routing.ModelUnavailableException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The joint head of one language: which agent, which of its intents, how surely.
 *
 * @param matters what each class of the model stands for
 * @param models the own models of those agents that have one
 */
record LanguageHead(
    List<Matter> matters,
    LinearModel model,
    Calibration calibration,
    Neighbourhood neighbours,
    Map<String, OwnModel> models) {

  private static final System.Logger LOG = System.getLogger(LanguageHead.class.getName());

  /** Fits a head; the same samples and calibration give the same head. */
  static LanguageHead fit(List<Matter> matters, Samples samples, Calibration calibration) {
    return new LanguageHead(
        List.copyOf(matters),
        LogisticRegression.fit(samples),
        calibration,
        samples.neighbourhood(matters),
        Map.of());
  }

  /** This head, with the own models of agents. */
  LanguageHead with(Map<String, OwnModel> own) {
    return new LanguageHead(matters, model, calibration, neighbours, Map.copyOf(own));
  }

  Opinion opinion(float[] vector) {
    var echo = neighbours.echo(vector);
    var p = calibration.probabilities(model.logits(vector), echo.votes());
    var probabilities = new LinkedHashMap<Matter, Double>();
    for (var k = 0; k < p.length; k++) {
      probabilities.put(matters.get(k), p[k]);
    }
    models.forEach((agent, own) -> divide(agent, own, vector, probabilities));
    return new Opinion(probabilities, echo.closeness(), calibration.threshold());
  }

  /** An agent with a model of its own keeps the share it got, and divides it by its own model. */
  private static void divide(
      String agent, OwnModel own, float[] vector, Map<Matter, Double> probabilities) {
    Map<Intent, Double> shares;
    try {
      shares = own.shares(vector);
    } catch (ModelUnavailableException e) {
      LOG.log(Level.WARNING, "The joint head divides for " + agent, e);
      return;
    }
    var mass =
        probabilities.entrySet().stream()
            .filter(entry -> entry.getKey().agent().equals(agent))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    var divided = new HashMap<Matter, Double>();
    shares.forEach((intent, share) -> divided.put(new Matter(agent, intent), mass * share));
    probabilities.replaceAll((matter, p) -> divided.getOrDefault(matter, p));
  }
}
