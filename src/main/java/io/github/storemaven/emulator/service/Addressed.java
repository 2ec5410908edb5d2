package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.web.Received;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a request is addressed to, by its path alone.
 *
 * @param part of the server
 * @param call what it asks for
 * @param product the id of the product in the path; empty without one
 */
public record Addressed(Part part, Call call, String product) {
    /** What follows the tenant in the paths of the login. */
    private static final Set<String> LOGIN = Set.of("oauth2", "v2.0", ".well-known", "discovery");

    /** The parts of the server. */
    public enum Part {
        SERVICE,
        TOKEN,
        BLOBS,
        CONTROL,
        NOTHING
    }

    /** Looks at a request. */
    public static Addressed of(Received request) {
        List<String> path = request.segments();
        if (path.size() >= 2
                && path.get(0).equalsIgnoreCase("v1.0")
                && path.get(1).equalsIgnoreCase("my")) {
            return service(request, path.subList(2, path.size()));
        }
        if (path.size() >= 2 && LOGIN.contains(path.get(1).toLowerCase(Locale.ROOT))) {
            boolean token = last(path).equalsIgnoreCase("token");
            return new Addressed(Part.TOKEN, token ? Call.TOKEN : Call.OTHER, "");
        }
        if (path.size() == 3 && path.get(1).equals("ingestion")) {
            return new Addressed(Part.BLOBS, blobCall(request), "");
        }
        if (path.isEmpty() || path.get(0).equals("emulator")) {
            return new Addressed(Part.CONTROL, Call.OTHER, "");
        }
        return new Addressed(Part.NOTHING, Call.OTHER, "");
    }

    private static Addressed service(Received request, List<String> path) {
        return Route.of(path).stream()
                .filter(route -> route.verb().equals(request.method()))
                .findFirst()
                .map(route -> new Addressed(Part.SERVICE, route.call(), product(route, path)))
                .orElse(new Addressed(Part.SERVICE, Call.OTHER, ""));
    }

    private static String product(Route route, List<String> path) {
        var ids = route.ids(path).orElseThrow();
        return ids.getOrDefault("{flight}", ids.getOrDefault("{addon}", ids.getOrDefault("{app}", "")));
    }

    private static Call blobCall(Received request) {
        String comp = request.query().get("comp").orElse("").toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + comp) {
            case "PUT " -> Call.PUT_BLOB;
            case "PUT block" -> Call.PUT_BLOCK;
            case "PUT blocklist" -> Call.PUT_BLOCK_LIST;
            case "GET ", "HEAD " -> Call.GET_BLOB;
            case "GET blocklist" -> Call.GET_BLOCK_LIST;
            default -> Call.OTHER;
        };
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }
}
