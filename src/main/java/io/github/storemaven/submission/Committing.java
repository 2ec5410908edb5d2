package io.github.storemaven.submission;

import io.github.storemaven.http.Timer;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.StoreUnreachable;
import io.github.storemaven.service.Submissions;
import java.io.IOException;
import java.time.Duration;

/** Commits once: after an ambiguous end the status says whether it began (reference, section 4.8). */
final class Committing {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Submissions submissions;
    private final Timer timer;

    Committing(Submissions submissions, Timer timer) {
        this.submissions = submissions;
        this.timer = timer;
    }

    void commit(String id) throws StoreRefused, IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                submissions.commit(id);
                return;
            } catch (StoreUnreachable unclear) {
                if (hasBegun(id)) {
                    return;
                }
                if (tries == DraftOpening.TRIES) {
                    throw unclear;
                }
            } catch (StoreRefused refused) {
                if (tries == 1 || !refused.is(409) || !hasBegun(id)) {
                    throw refused;
                }
                return;
            }
            timer.sleep(PAUSE);
        }
    }

    private boolean hasBegun(String id) throws StoreRefused, IOException, InterruptedException {
        return !submissions.status(id).name().equals(States.DRAFT);
    }
}
