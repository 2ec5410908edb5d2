package io.github.storemaven.credential;

import io.github.storemaven.text.Secrets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables; a blank one counts as not set. Its text shows none of them. */
record Environment(Map<String, String> variables) {
    private static final List<String> SECRETS = List.of(
            EnvironmentCredential.SECRET,
            EnvironmentCredential.PASSPHRASE,
            OidcTokenRequest.GITHUB[1],
            OidcTokenRequest.AZURE_PIPELINES[1],
            MachineService.HEADER);

    Environment {
        variables = Map.copyOf(variables);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** The value of a variable that is known to be set, without white space around it. */
    String stripped(String name) {
        return get(name).orElse("").strip();
    }

    boolean has(String... names) {
        return missing(names).isEmpty();
    }

    List<String> missing(String... names) {
        return Arrays.stream(names).filter(name -> get(name).isEmpty()).toList();
    }

    void rememberIn(Secrets secrets) {
        SECRETS.forEach(name -> secrets.add(variables.get(name)));
    }

    @Override
    public String toString() {
        return variables.size() + " variables";
    }
}
