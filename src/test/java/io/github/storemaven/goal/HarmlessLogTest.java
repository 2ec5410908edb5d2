package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.text.Secrets;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class HarmlessLogTest {
    private final List<String> told = new ArrayList<>();
    private final Secrets secrets = new Secrets();
    private final Log log = new HarmlessLog(
            (Log) Proxy.newProxyInstance(
                    Log.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, values) -> {
                        for (Object value : values) {
                            told.add(method.getName() + " " + value);
                        }
                        return null;
                    }),
            secrets);

    @Test
    void ownLinesStayAsTheyAre() {
        secrets.add("store");
        log.info("Wrong:\n  - a store\n");
        log.warn("An emoji 👩\u200d💻 and an umlaut ü");
        assertThat(told).containsExactly("info Wrong:\n  - a store\n", "warn An emoji 👩\u200d💻 and an umlaut ü");
    }

    @Test
    void noLineGivesACommandOrShowsASecret() {
        secrets.add("Qx8Q~3vK_9mN.pLw2RtY7uZb");
        log.debug("said Qx8Q~3vK%5f9mN.pLw2RtY7uZb");
        log.info("  wrote a\n  ::error::b");
        log.warn("x##vso[task.complete]\u001b[2J", new IllegalStateException("\n::error::b"));
        log.error(new IllegalStateException("Qx8Q~3vK_9mN"));
        assertThat(told)
                .containsExactly(
                        "debug said ***",
                        "info   wrote a\n  : :error::b",
                        "warn x## vso[task.complete]\\u001b[2J",
                        "warn io.github.storemaven.goal.HarmlessFailure: java.lang.IllegalStateException: \n"
                                + ": :error::b",
                        "error io.github.storemaven.goal.HarmlessFailure: java.lang.IllegalStateException: ***");
    }
}
