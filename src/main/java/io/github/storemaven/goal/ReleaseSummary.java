package io.github.storemaven.goal;

import io.github.storemaven.submission.ReleaseResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.Log;

/** What a build has released: a list at its end, where it is more than one product. */
record ReleaseSummary(BuildState shared) {
    void add(ReleaseResult outcome) {
        lines().add(outcome.product() + ": submission " + outcome.submissionId() + ", "
                + outcome.status().name());
    }

    void tell(Log log) {
        List<String> lines = lines();
        if (lines.size() > 1) {
            log.info("Releases of this build:");
            lines.forEach(line -> log.info("  " + line));
        }
    }

    private List<String> lines() {
        return shared.shared("summary", CopyOnWriteArrayList::new);
    }
}
