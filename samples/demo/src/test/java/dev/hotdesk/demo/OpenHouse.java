package dev.hotdesk.demo;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Lends one running Hotdesk with its shop to all test classes, and stops it after the last. */
final class OpenHouse extends TypeBasedParameterResolver<Site> {

  @Override
  public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(OpenHouse.class))
        .computeIfAbsent(Site.class, _ -> opened(), Site.class);
  }

  private static Site opened() {
    try {
      var site =
          Site.open()
              .launch(
                  it ->
                      it.with("HOTDESK_PLUGIN_TINY_MOODY_POLICY", FunctionLimitsIT.ADMINS_POLICY)
                          .with("HOTDESK_PLUGIN_TINY_LEAKY_SECRET_TOKEN", SecrecyIT.SECRET));
      System.out.println("Hotdesk for the tests was ready in " + site.start());
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
