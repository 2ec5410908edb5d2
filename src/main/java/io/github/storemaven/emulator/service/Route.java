package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verb and a path of reference section 1, under {@code /v1.0/my/}.
 *
 * @param verb for example {@code GET}
 * @param pattern segments, those in braces stand for ids
 * @param call what it asks for
 * @param kind the kind of product that the call is about
 */
record Route(String verb, List<String> pattern, Call call, Kind kind) {
    private static final List<Route> ALL = all();

    /** The routes whose path is this one, whatever the verb. */
    static List<Route> of(List<String> path) {
        return ALL.stream().filter(route -> route.ids(path).isPresent()).toList();
    }

    /** The ids in a path, by the names in braces; empty when the path is not this one. */
    Optional<Map<String, String>> ids(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).startsWith("{")) {
                ids.put(pattern.get(i), path.get(i));
            } else if (!pattern.get(i).equalsIgnoreCase(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    private static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        Kind app = Kind.APPLICATION;
        add(routes, "GET", "applications", Call.LIST_APPLICATIONS, app);
        add(routes, "GET", "applications/{app}", Call.GET_APPLICATION, app);
        add(routes, "GET", "applications/{app}/listinappproducts", Call.LIST_APPLICATION_ADDONS, app);
        add(routes, "GET", "applications/{app}/listflights", Call.LIST_FLIGHTS, app);
        add(routes, "GET", "inappproducts", Call.LIST_ADDONS, Kind.ADDON);
        add(routes, "POST", "inappproducts", Call.CREATE_ADDON, Kind.ADDON);
        add(routes, "GET", "inappproducts/{addon}", Call.GET_ADDON, Kind.ADDON);
        add(routes, "DELETE", "inappproducts/{addon}", Call.DELETE_ADDON, Kind.ADDON);
        add(routes, "POST", "applications/{app}/flights", Call.CREATE_FLIGHT, Kind.FLIGHT);
        add(routes, "GET", "applications/{app}/flights/{flight}", Call.GET_FLIGHT, Kind.FLIGHT);
        add(routes, "DELETE", "applications/{app}/flights/{flight}", Call.DELETE_FLIGHT, Kind.FLIGHT);
        submissions(routes, "applications/{app}", app);
        submissions(routes, "inappproducts/{addon}", Kind.ADDON);
        submissions(routes, "applications/{app}/flights/{flight}", Kind.FLIGHT);
        rollouts(routes, "applications/{app}", app);
        rollouts(routes, "applications/{app}/flights/{flight}", Kind.FLIGHT);
        return List.copyOf(routes);
    }

    private static void submissions(List<Route> routes, String product, Kind kind) {
        String one = product + "/submissions/{submission}";
        add(routes, "POST", product + "/submissions", Call.CREATE_SUBMISSION, kind);
        add(routes, "GET", one, Call.GET_SUBMISSION, kind);
        add(routes, "PUT", one, Call.UPDATE_SUBMISSION, kind);
        add(routes, "DELETE", one, Call.DELETE_SUBMISSION, kind);
        add(routes, "GET", one + "/status", Call.GET_STATUS, kind);
        add(routes, "POST", one + "/commit", Call.COMMIT_SUBMISSION, kind);
    }

    private static void rollouts(List<Route> routes, String product, Kind kind) {
        String one = product + "/submissions/{submission}";
        add(routes, "GET", one + "/packagerollout", Call.GET_ROLLOUT, kind);
        add(routes, "POST", one + "/updatepackagerolloutpercentage", Call.UPDATE_ROLLOUT, kind);
        add(routes, "POST", one + "/haltpackagerollout", Call.HALT_ROLLOUT, kind);
        add(routes, "POST", one + "/finalizepackagerollout", Call.FINALIZE_ROLLOUT, kind);
    }

    private static void add(List<Route> routes, String verb, String path, Call call, Kind kind) {
        routes.add(new Route(verb, List.of(path.split("/", -1)), call, kind));
    }
}
