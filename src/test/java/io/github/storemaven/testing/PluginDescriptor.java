package io.github.storemaven.testing;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The plugin descriptor, as Maven reads it. */
public final class PluginDescriptor {
    private final Document document;

    private PluginDescriptor(Document document) {
        this.document = document;
    }

    public static PluginDescriptor read() throws Exception {
        try (InputStream in = PluginDescriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new PluginDescriptor(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
        }
    }

    public String version() {
        return document.getElementsByTagName("version").item(0).getTextContent();
    }

    public Set<String> goals() {
        Set<String> goals = new TreeSet<>();
        NodeList found = document.getElementsByTagName("goal");
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i).getParentNode().getNodeName().equals("mojo")) {
                goals.add(found.item(i).getTextContent());
            }
        }
        return goals;
    }

    public Element plugin() {
        return document.getDocumentElement();
    }

    /** What Maven loads with the plugin, by artifact. */
    public List<String> libraries() {
        return elements((Element) plugin().getElementsByTagName("dependencies").item(0), "dependency").stream()
                .map(library ->
                        library.getElementsByTagName("artifactId").item(0).getTextContent())
                .toList();
    }

    /** The goals but for the generated one, as they are described. */
    public List<Element> mojos() {
        return elements(document.getDocumentElement(), "mojo").stream()
                .filter(mojo -> !mojo.getElementsByTagName("goal")
                        .item(0)
                        .getTextContent()
                        .equals("help"))
                .toList();
    }

    /** The parameters of a goal that a user may set. */
    public static List<Element> parameters(Element mojo) {
        return elements(mojo, "parameter").stream()
                .filter(one -> one.getElementsByTagName("editable")
                        .item(0)
                        .getTextContent()
                        .equals("true"))
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** For each property of a parameter, {@code store.x}, its default value, or nothing. */
    public Map<String, String> properties() {
        Map<String, String> defaults = new TreeMap<>();
        each(parameter -> defaults.put(
                parameter.getTextContent().replaceAll("[${}]", ""), parameter.getAttribute("default-value")));
        return defaults;
    }

    /** The class of a goal. */
    public String implementation(String goal) {
        return elements(mojo(goal), "implementation").get(0).getTextContent();
    }

    private Element mojo(String goal) {
        return elements(plugin(), "mojo").stream()
                .filter(one -> one.getElementsByTagName("goal")
                        .item(0)
                        .getTextContent()
                        .equals(goal))
                .findFirst()
                .orElseThrow();
    }

    /** The property of a goal's parameter. */
    public String property(String goal, String parameter) {
        Element configuration = elements(mojo(goal), "configuration").get(0);
        return elements(configuration, parameter).get(0).getTextContent().replaceAll("[${}]", "");
    }

    /** For each parameter its default value, or nothing. */
    public Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        each(parameter -> defaults.put(parameter.getTagName(), parameter.getAttribute("default-value")));
        return defaults;
    }

    private void each(Consumer<Element> action) {
        NodeList configurations = document.getElementsByTagName("configuration");
        for (int i = 0; i < configurations.getLength(); i++) {
            NodeList parameters = ((Element) configurations.item(i)).getElementsByTagName("*");
            for (int j = 0; j < parameters.getLength(); j++) {
                Element parameter = (Element) parameters.item(j);
                if (parameter.getTextContent().startsWith("${store.")) {
                    action.accept(parameter);
                }
            }
        }
    }
}
