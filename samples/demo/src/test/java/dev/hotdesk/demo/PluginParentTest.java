package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.site.Site;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The parent of plugins repeats versions, as it inherits nothing; they must not drift. */
class PluginParentTest {

  @Test
  void the_parent_of_plugins_has_hotdesks_versions() throws Exception {
    var ours = versions(Site.root().resolve("pom.xml"));
    var theirs = versions(Site.root().resolve("samples/archetypes/plugin-parent/pom.xml"));

    assertThat(theirs).containsEntry("hotdesk.version", ours.get("project"));
    theirs.keySet().retainAll(ours.keySet());
    assertThat(theirs).hasSizeGreaterThan(12);
    ours.keySet().retainAll(theirs.keySet());
    assertThat(theirs).isEqualTo(ours);
  }

  /** The project's own version, those in properties, and those of build plugins. */
  private static Map<String, String> versions(Path pom) throws Exception {
    var project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    var versions = new LinkedHashMap<String, String>();
    versions.put("project", text(project, "version"));
    var properties = (Element) project.getElementsByTagName("properties").item(0);
    for (Node it = properties.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (it.getNodeName().endsWith(".version") || it.getNodeName().endsWith(".release")) {
        versions.put(it.getNodeName(), it.getTextContent());
      }
    }
    var plugins = project.getElementsByTagName("plugin");
    for (int i = 0; i < plugins.getLength(); i++) {
      var plugin = (Element) plugins.item(i);
      var version = text(plugin, "version");
      if (!version.isEmpty()) {
        versions.put(text(plugin, "artifactId"), version);
      }
    }
    return versions;
  }

  /** Of a child, not of anything further down. */
  private static String text(Element parent, String name) {
    for (Node it = parent.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (it.getNodeName().equals(name)) {
        return it.getTextContent();
      }
    }
    return "";
  }
}
