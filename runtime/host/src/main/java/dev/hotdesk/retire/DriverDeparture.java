package dev.hotdesk.retire;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Deregisters the JDBC drivers that a class loader brought. {@link DriverManager} obeys only those
 * who see the driver, so this class is defined once more below the plugin's loader; it may refer to
 * nothing but the JDK.
 */
public final class DriverDeparture implements Function<ClassLoader, List<String>> {

  /** Made by reflection. */
  public DriverDeparture() {}

  @Override
  @SuppressWarnings("ReferenceEquality")
  public List<String> apply(ClassLoader loader) {
    var gone = new ArrayList<String>();
    for (var driver : DriverManager.drivers().toList()) {
      if (driver.getClass().getClassLoader() == loader) {
        try {
          DriverManager.deregisterDriver(driver);
          gone.add(driver.getClass().getName());
        } catch (SQLException e) {
          throw new IllegalStateException(driver.getClass().getName(), e);
        }
      }
    }
    return gone;
  }
}
