package dev.hotdesk.retire;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashSet;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;

/** Beans of the plugin's classes in the MBean servers of the process. */
final class MBeanSweep implements Sweep {

  @Override
  public String title() {
    return "unregistering its MBeans";
  }

  @Override
  public void over(Departed plugin, Findings findings) throws JMException {
    var servers = new LinkedHashSet<MBeanServer>();
    servers.add(ManagementFactory.getPlatformMBeanServer());
    servers.addAll(MBeanServerFactory.findMBeanServer(null));
    for (var server : servers) {
      over(server, plugin, findings);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static void over(MBeanServer server, Departed plugin, Findings findings)
      throws JMException {
    for (var name : server.queryNames(null, null)) {
      try {
        if (server.getClassLoaderFor(name) == plugin.loader()) {
          server.unregisterMBean(name);
          findings.cleaned(Remnant.Kind.MBEAN, "MBean " + name);
        }
      } catch (InstanceNotFoundException e) {
        // Somebody else was quicker.
      }
    }
  }
}
