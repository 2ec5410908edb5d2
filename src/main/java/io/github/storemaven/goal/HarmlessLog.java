package io.github.storemaven.goal;

import io.github.storemaven.text.Secrets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log behind a net: whatever a line repeats (a file's name, the Store's words, a proxy's), it gives no command to a
 * terminal or a CI service, and shows no secret of this build. Who knows that a text is foreign makes it one short line besides.
 */
record HarmlessLog(Log log, Secrets secrets) implements Log {
    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        tell(log::debug, content);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        tell(log::debug, content, error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(shown(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        tell(log::info, content);
    }

    /** A line that is coloured after it was made harmless. */
    void info(String content, UnaryOperator<String> colours) {
        tell(line -> log.info(colours.apply(line.toString())), content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        tell(log::info, content, error);
    }

    @Override
    public void info(Throwable error) {
        log.info(shown(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        tell(log::warn, content);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        tell(log::warn, content, error);
    }

    @Override
    public void warn(Throwable error) {
        log.warn(shown(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        tell(log::error, content);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        tell(log::error, content, error);
    }

    @Override
    public void error(Throwable error) {
        log.error(shown(error));
    }

    private void tell(Consumer<CharSequence> level, CharSequence content) {
        level.accept(secrets.lines(String.valueOf(content)));
    }

    private void tell(BiConsumer<CharSequence, Throwable> level, CharSequence content, Throwable error) {
        level.accept(secrets.lines(String.valueOf(content)), shown(error));
    }

    private Throwable shown(Throwable error) {
        return HarmlessFailure.of(error, secrets);
    }
}
