package io.github.storemaven.emulator;

import io.github.storemaven.emulator.fault.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The requests by the run of a client that sent them: a run begins with the request for a token.
 *
 * @param requests that were kept, oldest first
 * @param total how many there were
 */
record RecordedRuns(List<RecordedRequest> requests, long total) {
    private static final int SHOWN = 50;
    private static final Set<String> SIGN_IN = Set.of(Call.TOKEN.apiName(), Call.GET_MANAGED_IDENTITY.apiName());

    /**
     * The requests of one run.
     *
     * @param since when the first one came
     */
    record Run(Instant since, List<RecordedRequest> newestFirst) {}

    /** The last runs, with the last requests of all. */
    List<Run> newestFirst() {
        List<Run> runs = new ArrayList<>();
        List<RecordedRequest> shown = new ArrayList<>();
        int left = SHOWN;
        for (int i = requests.size() - 1; i >= 0 && left > 0; i--) {
            shown.add(requests.get(i));
            if (begins(i)) {
                List<RecordedRequest> last = shown.subList(0, Math.min(left, shown.size()));
                runs.add(new Run(requests.get(i).at(), List.copyOf(last)));
                left -= last.size();
                shown.clear();
            }
        }
        return runs;
    }

    /** A request for a token that is repeated begins one run. */
    private boolean begins(int index) {
        return index == 0 || (isSignIn(index) && !isSignIn(index - 1));
    }

    private boolean isSignIn(int index) {
        return SIGN_IN.contains(requests.get(index).call());
    }
}
