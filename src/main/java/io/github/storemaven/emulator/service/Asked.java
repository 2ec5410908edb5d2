package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.web.Received;
import java.util.Map;

/**
 * A call with what it names.
 *
 * @param call what is asked for
 * @param kind the kind of product it is about
 * @param ids the ids of the path, by their names in the route
 * @param request as received
 * @param body already read
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares calls.
record Asked(Call call, Kind kind, Map<String, String> ids, Received request, byte[] body) {
    Asked {
        ids = Map.copyOf(ids);
    }

    /** The app's id, empty on a path of add-ons. */
    String application() {
        return ids.getOrDefault("{app}", "");
    }

    /** The id of the product that the call is about. */
    String product() {
        return switch (kind) {
            case APPLICATION -> application();
            case ADDON -> ids.getOrDefault("{addon}", "");
            case FLIGHT -> ids.getOrDefault("{flight}", "");
        };
    }

    String submission() {
        return ids.getOrDefault("{submission}", "");
    }
}
