package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.fault.Call;
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
 * @param type the type of product that the call is about
 */
public record Route(String verb, List<String> pattern, Call call, ProductType type) {
    private static final List<Route> ALL = all();

    public Route {
        pattern = List.copyOf(pattern);
    }

    /**
     * What a verb and a path ask for.
     *
     * @param route empty when the path has no such verb, or is unknown
     * @param ids of the path, by the names in braces
     * @param isPathKnown whether the path is one of the API, whatever the verb
     */
    public record Match(Optional<Route> route, Map<String, String> ids, boolean isPathKnown) {
        public Match {
            ids = Map.copyOf(ids);
        }

        /** What is asked for. */
        public Call call() {
            return route.map(Route::call).orElse(Call.OTHER);
        }

        /** The id of the product in the path; empty without one. */
        public String product() {
            return ids.getOrDefault("{flight}", ids.getOrDefault("{addon}", ids.getOrDefault("{app}", "")));
        }
    }

    /** The route of a verb and a path below {@code /v1.0/my/}. */
    public static Match match(String verb, List<String> path) {
        boolean known = false;
        for (Route route : ALL) {
            Optional<Map<String, String>> ids = route.ids(path);
            if (ids.isPresent() && route.verb.equals(verb)) {
                return new Match(Optional.of(route), ids.get(), true);
            }
            known |= ids.isPresent();
        }
        return new Match(Optional.empty(), Map.of(), known);
    }

    /** The ids in a path, by the names in braces; empty when the path is not this one. */
    private Optional<Map<String, String>> ids(List<String> path) {
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
        ProductType app = ProductType.APPLICATION;
        add(routes, "GET", "applications", Call.LIST_APPLICATIONS, app);
        add(routes, "GET", "applications/{app}", Call.GET_APPLICATION, app);
        add(routes, "GET", "applications/{app}/listinappproducts", Call.LIST_APPLICATION_ADDONS, app);
        add(routes, "GET", "applications/{app}/listflights", Call.LIST_FLIGHTS, app);
        add(routes, "GET", "inappproducts", Call.LIST_ADDONS, ProductType.ADDON);
        add(routes, "POST", "inappproducts", Call.CREATE_ADDON, ProductType.ADDON);
        add(routes, "GET", "inappproducts/{addon}", Call.GET_ADDON, ProductType.ADDON);
        add(routes, "DELETE", "inappproducts/{addon}", Call.DELETE_ADDON, ProductType.ADDON);
        add(routes, "POST", "applications/{app}/flights", Call.CREATE_FLIGHT, ProductType.FLIGHT);
        add(routes, "GET", "applications/{app}/flights/{flight}", Call.GET_FLIGHT, ProductType.FLIGHT);
        add(routes, "DELETE", "applications/{app}/flights/{flight}", Call.DELETE_FLIGHT, ProductType.FLIGHT);
        submissions(routes, "applications/{app}", app);
        submissions(routes, "inappproducts/{addon}", ProductType.ADDON);
        submissions(routes, "applications/{app}/flights/{flight}", ProductType.FLIGHT);
        rollouts(routes, "applications/{app}", app);
        rollouts(routes, "applications/{app}/flights/{flight}", ProductType.FLIGHT);
        return List.copyOf(routes);
    }

    private static void submissions(List<Route> routes, String product, ProductType type) {
        String one = product + "/submissions/{submission}";
        add(routes, "POST", product + "/submissions", Call.CREATE_SUBMISSION, type);
        add(routes, "GET", one, Call.GET_SUBMISSION, type);
        add(routes, "PUT", one, Call.UPDATE_SUBMISSION, type);
        add(routes, "DELETE", one, Call.DELETE_SUBMISSION, type);
        add(routes, "GET", one + "/status", Call.GET_STATUS, type);
        add(routes, "POST", one + "/commit", Call.COMMIT_SUBMISSION, type);
    }

    private static void rollouts(List<Route> routes, String product, ProductType type) {
        String one = product + "/submissions/{submission}";
        add(routes, "GET", one + "/packagerollout", Call.GET_ROLLOUT, type);
        add(routes, "POST", one + "/updatepackagerolloutpercentage", Call.UPDATE_ROLLOUT, type);
        add(routes, "POST", one + "/haltpackagerollout", Call.HALT_ROLLOUT, type);
        add(routes, "POST", one + "/finalizepackagerollout", Call.FINALIZE_ROLLOUT, type);
    }

    private static void add(List<Route> routes, String verb, String path, Call call, ProductType type) {
        routes.add(new Route(verb, List.of(path.split("/", -1)), call, type));
    }
}
