package io.github.storemaven.goal;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.Credential;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A goal's way to the embedded Store of its build, which holds the products that the goal names. */
final class Rehearsal {
    private final Map<String, String> named = new HashMap<>();

    Rehearsal name(String parameter, String value) {
        Problems.given(value).ifPresent(given -> named.put(parameter, given));
        return this;
    }

    /** The document that the named product has published; the built-in one where no file is given. */
    Rehearsal document(File file, Problems problems) {
        if (file != null) {
            try {
                named.put(
                        "document", Json.compact(JsonReading.file(file.toPath()).object()));
            } catch (JsonProblem problem) {
                problems.add("store.rehearseDocument: " + problem.getMessage());
            } catch (IOException e) {
                problems.add("store.rehearseDocument names " + file + ", which cannot be read");
            }
        }
        return this;
    }

    /** Addresses and made-up credentials of the one embedded Store of this build. */
    Place begin(SharedState shared) {
        Function<Map<String, String>, Map<String, String>> store = shared.shared("rehearsal", RehearsalStore::start);
        return new Place(store.apply(named));
    }

    /** Where the embedded Store is reached. */
    record Place(Map<String, String> facts) {
        URI serviceUrl() {
            return URI.create(facts.get("serviceUrl"));
        }

        URI loginUrl() {
            return URI.create(facts.get("loginUrl"));
        }

        Credential credential() {
            return new ClientSecret(
                    facts.get("tenantId"), facts.get("clientId"), facts.get("clientSecret"), "made up for a rehearsal");
        }
    }
}
