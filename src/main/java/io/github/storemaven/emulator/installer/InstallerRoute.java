package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.fault.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A verb and a path of MSI/EXE reference section 1, under {@code /submission/v1/product/{product}/}.
 *
 * @param verb for example {@code GET}
 * @param pattern segments, {@code *} stands for an id or a name
 * @param call what it asks for
 */
public record InstallerRoute(String verb, List<String> pattern, Call call) {
    private static final List<String> ROOT = List.of("submission", "v1", "product");
    private static final List<InstallerRoute> ALL = List.of(
            of("GET", "metadata", Call.GET_METADATA),
            of("GET", "metadata/*", Call.GET_METADATA_MODULE),
            of("PUT", "metadata", Call.REPLACE_METADATA),
            of("PATCH", "metadata", Call.PATCH_METADATA),
            of("GET", "packages", Call.GET_PACKAGES),
            of("GET", "packages/*", Call.GET_PACKAGE),
            of("PUT", "packages", Call.REPLACE_PACKAGES),
            of("PATCH", "packages/*", Call.PATCH_PACKAGE),
            of("POST", "packages/commit", Call.COMMIT_PACKAGES),
            of("GET", "listings/assets", Call.GET_ASSETS),
            of("POST", "listings/assets/create", Call.CREATE_ASSETS),
            of("PUT", "listings/assets/commit", Call.COMMIT_ASSETS),
            of("GET", "status", Call.GET_DRAFT_STATUS),
            of("POST", "submit", Call.SUBMIT_DRAFT),
            of("GET", "submission/*/status", Call.GET_PUBLISHING_STATUS));

    public InstallerRoute {
        pattern = List.copyOf(pattern);
    }

    /**
     * What a verb and a path ask for.
     *
     * @param call {@link Call#OTHER} where the path has no such verb, or is unknown
     * @param product the id in the path
     * @param name what stands for {@code *}; empty without one
     */
    public record Match(Call call, String product, String name) {}

    private static InstallerRoute of(String verb, String path, Call call) {
        return new InstallerRoute(verb, List.of(path.split("/", -1)), call);
    }

    /** Whether a path, by its segments, is one of this API. */
    public static boolean isAt(List<String> path) {
        if (path.size() <= ROOT.size()) {
            return false;
        }
        for (int i = 0; i < ROOT.size(); i++) {
            if (!ROOT.get(i).equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The route of a verb and a path for which {@link #isAt} is true. */
    public static Match match(String verb, List<String> path) {
        String product = path.get(ROOT.size());
        List<String> rest = path.subList(ROOT.size() + 1, path.size());
        for (InstallerRoute route : ALL) {
            Optional<List<String>> names = route.names(rest);
            if (names.isPresent() && route.verb.equals(verb)) {
                return new Match(route.call, product, String.join("", names.get()));
            }
        }
        return new Match(Call.OTHER, product, "");
    }

    private Optional<List<String>> names(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).equals("*")) {
                names.add(path.get(i));
            } else if (!pattern.get(i).equalsIgnoreCase(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
