package io.github.storemaven.check;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageKind;
import io.github.storemaven.msix.PackageVersion;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The packages of a release beside those that are published: rows VER-08, DEV-06, DEV-10 and APX-20 to APX-22. What a
 * published bundle or container holds is not known; where it matters, nothing is said.
 */
public final class SuccessionRules {
    private static final String WINDOWS = "Windows.";
    private static final String MIN_VERSION = " min version ";

    private final ProductType kind;
    private final List<PackageInfo> added;
    private final FindingCollector report;

    /** @param added the packages of this release */
    public SuccessionRules(ProductType kind, List<PackageInfo> added, FindingCollector report) {
        this.kind = kind;
        this.added = added;
        this.report = report;
    }

    /**
     * Checks a release of an app or a flight.
     *
     * @param published the published document; an empty one where nothing was ever published
     * @param merged the document that would be sent
     */
    public void check(JsonObject published, JsonObject merged) {
        if (kind == ProductType.ADDON) {
            return;
        }
        List<Node> before = entries(published).toList();
        List<Node> after = entries(merged).toList();
        added.forEach(this::checkDate);
        if (!before.isEmpty() && !after.isEmpty()) {
            checkBundle(before, after);
            added.forEach(facts -> checkVersion(facts, before));
        }
        List<PackageOffer> offers = offers(after);
        if (offers.stream().noneMatch(SuccessionRules::isUnknown) && !offers.isEmpty()) {
            checkFamilies(before, offers);
            checkArchitectures(before, offers);
            checkEnabled(Node.root(merged), offers);
        }
    }

    private Stream<Node> entries(JsonObject document) {
        return FileEntryRules.packages(kind, Node.root(document))
                .items()
                .filter(entry -> !entry.has(FileStatus.PENDING_DELETE));
    }

    /** What remains of the published packages, and what is added. */
    private List<PackageOffer> offers(List<Node> after) {
        List<PackageOffer> offers = new ArrayList<>();
        int waiting = 0;
        for (Node entry : after) {
            if (entry.has(FileStatus.PENDING_UPLOAD)) {
                waiting++;
            } else {
                offers.add(offer(entry));
            }
        }
        added.forEach(facts -> offers.add(PackageOffer.of(facts)));
        if (waiting > added.size()) {
            offers.add(new PackageOffer("", new PackageVersion(""), List.of()));
        }
        return offers;
    }

    private static boolean isUnknown(PackageOffer offer) {
        return offer.targets().isEmpty();
    }

    /** A published package; without targets where the document does not tell them. */
    private static PackageOffer offer(Node entry) {
        String name = text(entry, "fileName");
        String architecture = text(entry, "architecture").toLowerCase(Locale.ROOT);
        boolean mayHoldMore = isBundle(name) || PackageKind.ofName(name).orElse(null) == PackageKind.UPLOAD;
        boolean told = !mayHoldMore || !architecture.equals("neutral");
        List<PackageOffer.Target> targets = told ? targets(entry, architecture) : List.of();
        return new PackageOffer(name, new PackageVersion(text(entry, "version")), targets);
    }

    private static List<PackageOffer.Target> targets(Node entry, String architecture) {
        List<PackageOffer.Target> targets = new ArrayList<>();
        entry.member("targetDeviceFamilies")
                .items()
                .flatMap(item -> item.text().stream())
                .forEach(text -> {
                    String[] parts = text.split(MIN_VERSION, 2);
                    if (parts.length == 2) {
                        targets.add(
                                new PackageOffer.Target(parts[0], architecture, new PackageVersion(parts[1].strip())));
                    }
                });
        return List.copyOf(targets);
    }

    private static boolean isBundle(String name) {
        return PackageKind.ofName(name).orElse(null) == PackageKind.BUNDLE;
    }

    private void checkBundle(List<Node> before, List<Node> after) {
        boolean was = before.stream().anyMatch(entry -> isBundle(text(entry, "fileName")));
        boolean is = after.stream().anyMatch(entry -> isBundle(text(entry, "fileName")))
                || added.stream().anyMatch(PackageInfo::isBundle);
        if (was && !is) {
            error(
                    "APX-20",
                    "The published package is a bundle, and this release has none. The Store refuses that, because only a"
                            + " bundle can update a bundle. Make a bundle; it may contain a single package.");
        }
    }

    private void checkVersion(PackageInfo facts, List<Node> before) {
        PackageOffer own = PackageOffer.of(facts);
        before.stream()
                .map(SuccessionRules::offer)
                .filter(other -> other.isNewer(own) && haveSameDevices(own, other))
                .findFirst()
                .ifPresent(other -> warn(
                        "VER-08",
                        facts,
                        "Version " + own.version() + " is lower than the published " + other.version() + " ("
                                + other.name()
                                + "), so customers who have that one do not get it. Raise the version."));
    }

    private static boolean haveSameDevices(PackageOffer one, PackageOffer other) {
        return isUnknown(other)
                || one.targets().stream()
                        .anyMatch(target -> other.targets().stream()
                                .anyMatch(same -> same.family().equals(target.family())
                                        && same.architecture().equals(target.architecture())));
    }

    private void checkFamilies(List<Node> before, List<PackageOffer> offers) {
        for (String family :
                new TreeSet<>(published(before).map(PackageOffer.Target::family).toList())) {
            if (!supports(offers, family)) {
                warning(
                        "DEV-10",
                        "A package for " + family + " is published, and this release has none, so new customers with"
                                + " such devices do not get the app. Add a package for it, unless that is meant.");
            }
        }
    }

    private void checkArchitectures(List<Node> before, List<PackageOffer> offers) {
        Set<String> there = new HashSet<>();
        offers.forEach(offer -> offer.targets().forEach(target -> there.addAll(target.runners())));
        for (String architecture : new TreeSet<>(
                published(before).map(PackageOffer.Target::architecture).toList())) {
            Set<String> needed = new PackageOffer.Target("", architecture, new PackageVersion("")).processors();
            if (!there.containsAll(needed)) {
                warning(
                        "APX-21",
                        "A package for " + architecture
                                + " is published, and this release has none that such devices can run."
                                + " Add one, or set packageMode to add, unless that is meant.");
            }
        }
    }

    private static Stream<PackageOffer.Target> published(List<Node> before) {
        return before.stream().map(SuccessionRules::offer).flatMap(offer -> offer.targets().stream());
    }

    private void checkEnabled(Node merged, List<PackageOffer> offers) {
        merged.member("allowTargetFutureDeviceFamilies")
                .members()
                .filter(Node::isTrue)
                .filter(family -> PropertyRules.WANTED_FAMILIES.contains(family.name()))
                .filter(family -> !supports(offers, WINDOWS + family.name()))
                .forEach(family -> warning(
                        "DEV-06",
                        "The device family " + family.name() + " is enabled in allowTargetFutureDeviceFamilies, and no"
                                + " package supports it. Set it to false, or add a package for it."));
    }

    private static boolean supports(List<PackageOffer> offers, String family) {
        return offers.stream()
                .flatMap(offer -> offer.targets().stream())
                .anyMatch(target ->
                        target.family().equals(family) || target.family().equals(PackageOffer.ALL_FAMILIES));
    }

    /** The date that makeappx writes where nobody names a version. */
    private void checkDate(PackageInfo facts) {
        boolean own = facts.isBundle()
                && facts.manifests().stream()
                        .map(AppxManifest::identity)
                        .noneMatch(
                                inner -> inner.version().equals(facts.identity().version()));
        if (own) {
            warn(
                    "APX-22",
                    facts,
                    "The bundle has the version " + facts.identity().version()
                            + ", which none of its packages has; makeappx writes the date where no version is given, and"
                            + " later versions have to be higher. Set the version (makeappx bundle /bv).");
        }
    }

    private static String text(Node entry, String member) {
        return entry.member(member).text().orElse("");
    }

    private void error(String rule, String sentences) {
        report.error(rule, Finding.SUBMISSION, "", sentences, "");
    }

    private void warning(String rule, String sentences) {
        report.warning(rule, Finding.SUBMISSION, "", sentences, "");
    }

    private void warn(String rule, PackageInfo facts, String sentences) {
        report.warning(rule, facts.file().toString(), "", sentences, "");
    }
}
