package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;

/** What is done once the build is over. */
class SessionEndTest {
    private final List<String> done = new ArrayList<>();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @Test
    void othersAreHeardAndTheActionComesLast() {
        request.setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void projectStarted(ExecutionEvent event) {
                done.add("project");
            }

            @Override
            public void sessionEnded(ExecutionEvent event) {
                done.add("others");
            }
        });
        new SessionEnd(request).last(() -> done.add("ours"));
        request.getExecutionListener().projectStarted(null);
        request.getExecutionListener().sessionEnded(null);
        assertThat(done).containsExactly("project", "others", "ours");
    }

    @Test
    void itIsDoneWhenOthersFailAndTheirFailureStays() {
        request.setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void sessionEnded(ExecutionEvent event) {
                throw new IllegalStateException("theirs");
            }
        });
        new SessionEnd(request).last(() -> done.add("ours"));
        assertThatThrownBy(() -> request.getExecutionListener().sessionEnded(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("theirs");
        assertThat(done).containsExactly("ours");
    }

    @Test
    void anActionCanComeBeforeOthers() {
        request.setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void sessionEnded(ExecutionEvent event) {
                done.add("others");
            }
        });
        new SessionEnd(request).last(() -> done.add("last"));
        new SessionEnd(request).first(() -> done.add("first"));
        request.getExecutionListener().sessionEnded(null);
        assertThat(done).containsExactly("first", "others", "last");
    }

    @Test
    void aBuildWithoutListenersEndsToo() {
        new SessionEnd(request).first(() -> done.add("ours"));
        request.getExecutionListener().sessionStarted(null);
        request.getExecutionListener().sessionEnded(null);
        assertThat(done).containsExactly("ours");
    }
}
