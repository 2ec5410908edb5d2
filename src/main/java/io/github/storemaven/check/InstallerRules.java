package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.text.NearestName;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on the packages of an MSI or EXE product that need no network (MSI/EXE reference, sections 8 and 15). */
public final class InstallerRules {
    private static final List<String> MEMBERS = List.of(
            "packageUrl",
            "languages",
            "architectures",
            "isSilentInstall",
            "installerParameters",
            "genericDocUrl",
            "errorDetails",
            "packageType",
            "packageId",
            "installerFile");
    private static final List<String> ARCHITECTURES = List.of("Neutral", "X86", "X64", "Arm", "Arm64");
    private static final List<String> TYPES = List.of("exe", "msi");
    private static final List<String> SCENARIOS = List.of(
            "installationCancelledByUser",
            "applicationAlreadyExists",
            "installationAlreadyInProgress",
            "diskSpaceIsFull",
            "rebootRequired",
            "networkFailure",
            "packageRejectedDuringInstallation",
            "installationSuccessful",
            "miscellaneous");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Hosts that answer with a redirect, which the Store does not follow. */
    private static final List<String> REDIRECTING =
            List.of("github.com", "sourceforge.net", "bit.ly", "tinyurl.com", "aka.ms", "dropbox.com");

    private final OfDocument report;

    private InstallerRules(OfDocument report) {
        this.report = report;
    }

    /** Checks an array of package objects. */
    public static void check(JsonStructure packages, Origin origin, FindingCollector findings) {
        InstallerRules rules = new InstallerRules(new OfDocument(findings, origin));
        Node root = new Node("", "", packages);
        root.items().forEach(rules::checkPackage);
        rules.checkOverlap(root);
        CharacterRules.checkAllLost(root, rules.report);
    }

    private void checkPackage(Node one) {
        unknownMembers("MSI-01", one, MEMBERS, report);
        requireText("MSI-07", one.member("installerParameters"), report);
        requireText("MSI-10", one.member("genericDocUrl"), report);
        requireText("MSI-11", one.member("installerFile"), report);
        checkAddress(one);
        checkArchitecture(one.member("architectures"));
        checkLanguages(one.member("languages"));
        checkSilence(one);
        checkType(one);
        one.member("errorDetails")
                .items()
                .map(detail -> detail.member("errorScenario"))
                .forEach(scenario -> choice("MSI-10", scenario, SCENARIOS, report));
    }

    /** A member that nobody knows is a slip where it is near a known one. */
    static void unknownMembers(String rule, Node object, Collection<String> known, OfDocument report) {
        object.members()
                .filter(member -> known.stream().noneMatch(member.name()::equalsIgnoreCase))
                .forEach(member -> {
                    Optional<String> near = NearestName.of(member.name(), known);
                    Severity severity = near.isPresent() ? Severity.ERROR : Severity.WARNING;
                    report.add(
                            rule,
                            severity,
                            member,
                            "the API has no member " + Quote.of(member.name()),
                            near.map(name -> "did you mean " + name + "?").orElse("it is ignored; remove it"));
                });
    }

    /** A text that has to be one of a few, in any case. */
    static void choice(String rule, Node node, Collection<String> allowed, OfDocument report) {
        if (node.isGiven() && node.text().filter(text -> isIn(text, allowed)).isEmpty()) {
            String given = node.text().map(Quote::of).orElse("this value");
            report.error(
                    rule,
                    node,
                    given + " is not known" + Quote.didYouMean(node.text().orElse(""), allowed),
                    "allowed values: " + String.join(", ", allowed));
        }
    }

    /** What is given and is no text would be passed over, or refused by the Store. */
    static void requireText(String rule, Node node, OfDocument report) {
        if (node.isGiven() && node.text().isEmpty()) {
            report.error(rule, node, node.name() + " is not a text", "write it in quotes, or remove it");
        }
    }

    private static boolean isIn(String text, Collection<String> allowed) {
        return allowed.stream().anyMatch(text::equalsIgnoreCase);
    }

    private void checkAddress(Node one) {
        Node url = one.member("packageUrl");
        Optional<URI> address = url.text().flatMap(InstallerRules::address);
        if (address.isEmpty() || !isSecure(address.get())) {
            report.error(
                    "MSI-02",
                    url,
                    url.isGiven() ? "packageUrl is not an https address" : "packageUrl is missing",
                    "write the address that the Store fetches the installer from");
            return;
        }
        if (address.get().getRawUserInfo() != null) {
            report.error(
                    "MSI-02",
                    url,
                    "packageUrl holds a user and a password, which everybody would see",
                    "host the installer where nobody has to log in");
        }
        if (extension(address.get()).isEmpty()) {
            report.error(
                    "MSI-02",
                    url,
                    "packageUrl does not end in .exe or .msi",
                    "name the file itself; an MSIX package is published by store:submit");
        }
        if (address.get().getRawQuery() != null) {
            report.warning(
                    "MSI-03", url, "packageUrl has a query, which the Store may refuse", "use an address without one");
        }
        String host =
                address.get().getHost() == null ? "" : address.get().getHost().toLowerCase(Locale.ROOT);
        if (REDIRECTING.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known))) {
            report.warning(
                    "MSI-04",
                    url,
                    host + " answers with a redirect, which the Store does not follow",
                    "put the file on a host that answers itself");
        }
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(URI address) {
        boolean loopback = "http".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && LOOPBACK.contains(address.getHost());
        return address.getHost() != null && (loopback || "https".equalsIgnoreCase(address.getScheme()));
    }

    /** The type that an address names; empty for another one. */
    private static Optional<String> extension(URI address) {
        String path = address.getPath() == null ? "" : address.getPath().toLowerCase(Locale.ROOT);
        return TYPES.stream().filter(type -> path.endsWith("." + type)).findFirst();
    }

    private void checkArchitecture(Node architectures) {
        List<Node> all = architectures.items().toList();
        if (all.size() != 1) {
            report.error(
                    "MSI-05",
                    architectures,
                    "a package has exactly one architecture, this one has " + all.size(),
                    "write an object for each architecture");
        }
        all.forEach(one -> choice("MSI-05", one, ARCHITECTURES, report));
    }

    private void checkLanguages(Node languages) {
        List<Node> all = languages.items().toList();
        if (all.isEmpty()) {
            report.error("MSI-06", languages, "the package has no language", "list those that its installer speaks");
        }
        all.stream()
                .filter(one -> one.text().filter(StoreLanguages::contains).isEmpty())
                .forEach(one -> report.error(
                        "MSI-06",
                        one,
                        "the Store has no language " + Quote.of(one.text().orElse("")),
                        one.text()
                                .flatMap(StoreLanguages::suggestion)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("use a code of Partner Center such as en-us")));
    }

    private void checkSilence(Node one) {
        Node silent = one.member("isSilentInstall");
        if (!JsonValue.TRUE.equals(silent.value()) && !JsonValue.FALSE.equals(silent.value())) {
            report.error("MSI-07", silent, "isSilentInstall is not set", "write true or false");
        } else if (!silent.isTrue() && !one.member("installerParameters").hasText()) {
            report.error(
                    "MSI-07",
                    silent,
                    "isSilentInstall is false and installerParameters is missing",
                    "write what makes the installer silent, such as /quiet");
        }
    }

    private void checkType(Node one) {
        Node type = one.member("packageType");
        choice("MSI-08", type, TYPES, report);
        Optional<String> named =
                one.member("packageUrl").text().flatMap(InstallerRules::address).flatMap(InstallerRules::extension);
        Optional<String> given = type.text().filter(text -> isIn(text, TYPES));
        if (named.isPresent() && given.isPresent() && !named.get().equalsIgnoreCase(given.get())) {
            report.error(
                    "MSI-08",
                    type,
                    "packageType is " + given.get() + " and packageUrl ends in ." + named.get(),
                    "make them agree");
        }
    }

    private void checkOverlap(Node packages) {
        Set<String> seen = new HashSet<>();
        packages.items().forEach(one -> {
            List<String> keys = one.member("architectures")
                    .items()
                    .flatMap(architecture -> architecture.text().stream())
                    .flatMap(architecture ->
                            languages(one).map(language -> architecture.toLowerCase(Locale.ROOT) + " " + language))
                    .toList();
            keys.stream()
                    .filter(key -> !seen.add(key))
                    .findFirst()
                    .ifPresent(key -> report.error(
                            "MSI-09", one, "there is another package for " + key + " already", "remove one of them"));
        });
    }

    private static Stream<String> languages(Node one) {
        return one.member("languages")
                .items()
                .flatMap(language -> language.text().stream())
                .map(language -> language.toLowerCase(Locale.ROOT))
                .distinct();
    }
}
