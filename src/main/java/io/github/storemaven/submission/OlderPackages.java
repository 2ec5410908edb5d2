package io.github.storemaven.submission;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The packages of the last submission that a release does not send again, of which {@code keepPackages} lets some stay: of
 * each architecture and device family the newest, as other clients of the API do. Customers whose Windows is too old for the
 * new package get one of them.
 */
final class OlderPackages {
    private static final Comparator<JsonObject> NEWEST_FIRST =
            Comparator.comparing(OlderPackages::version).reversed();

    /** Of a package in a line. */
    private static final int MAX_NAME = 100;

    private OlderPackages() {}

    /**
     * Those that stay, in the order of the document. A package for several device families stays where it is among the newest
     * of one of them; a newer one than all that are sent is no older one, and customers would get it in their place.
     *
     * @param held by the Store, without those that are sent
     * @param number of each architecture and device family
     */
    static List<JsonObject> newest(List<JsonObject> held, List<PackageFile> sent, int number) {
        Optional<PackageVersion> limit =
                sent.stream().map(file -> new PackageVersion(file.version())).max(Comparator.naturalOrder());
        Map<String, Integer> taken = new HashMap<>();
        Set<JsonObject> newest = new HashSet<>();
        held.stream()
                .filter(entry -> limit.isEmpty() || version(entry).compareTo(limit.get()) <= 0)
                .sorted(NEWEST_FIRST)
                .filter(entry ->
                        groups(entry).stream().map(group -> taken.merge(group, 1, Integer::sum)).toList().stream()
                                .anyMatch(place -> place <= number))
                .forEach(newest::add);
        return held.stream().filter(newest::contains).toList();
    }

    /** Which ones stay, for a person; none where no number was asked for. */
    static List<String> lines(ReleaseRequest wanted, JsonObject merged) {
        List<String> lines = new ArrayList<>();
        entries(wanted, merged).stream()
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .forEach(entry -> lines.add("    stays: " + ForeignText.oneLine(named(entry), MAX_NAME)));
        if (!lines.isEmpty()) {
            lines.add(0, "older packages (store.keepPackages is " + wanted.keepPackages() + ")");
        }
        return lines;
    }

    private static String named(JsonObject entry) {
        List<String> about = Stream.of("version", "architecture")
                .flatMap(member -> Members.text(entry, member).stream())
                .toList();
        String name = FileEntry.name(entry).orElse("");
        return about.isEmpty() ? name : name + " (" + String.join(", ", about) + ")";
    }

    /** A halted rollout's packages are those that nobody is to get, and the newest older ones (reference, section 11). */
    static Optional<String> warning(ReleaseRequest wanted, JsonObject published, JsonObject merged) {
        boolean isHalted =
                Rollout.ofDocument(published).filter(Rollout::isStopped).isPresent();
        List<String> kept = entries(wanted, merged).stream()
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .map(OlderPackages::named)
                .toList();
        return isHalted && !kept.isEmpty()
                ? Optional.of("The rollout of what is published was halted, and packages of it stay: "
                        + ForeignText.list(kept) + ". Set \"-Dstore.keepPackages=0\" if customers are not to get them")
                : Optional.empty();
    }

    private static List<JsonObject> entries(ReleaseRequest wanted, JsonObject merged) {
        if (wanted.keepPackages() == 0) {
            return List.of();
        }
        String member = wanted.type().packagesMember().orElse("");
        return Members.objects(merged, member).stream()
                .filter(entry -> !FileStatus.PENDING_UPLOAD.isOf(entry))
                .filter(entry -> wanted.packages().stream().noneMatch(file -> PackageSelection.isSame(entry, file)))
                .toList();
    }

    /** Architecture and device family; the lowest version of Windows does not count, and a flight's packages tell no family. */
    private static Set<String> groups(JsonObject entry) {
        String architecture = Members.text(entry, "architecture").orElse("").toLowerCase(Locale.ROOT);
        Set<String> groups = new HashSet<>();
        Members.array(entry, "targetDeviceFamilies").stream()
                .filter(JsonString.class::isInstance)
                .map(family -> ((JsonString) family).getString().strip().split("\\s+", 2)[0])
                .forEach(family -> groups.add(architecture + " " + family.toLowerCase(Locale.ROOT)));
        return groups.isEmpty() ? Set.of(architecture) : groups;
    }

    private static PackageVersion version(JsonObject entry) {
        return new PackageVersion(Members.text(entry, "version").orElse(""));
    }
}
