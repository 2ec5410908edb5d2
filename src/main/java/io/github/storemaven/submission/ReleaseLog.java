package io.github.storemaven.submission;

/** Told what a release does, line by line, in words for a release manager. */
public interface ReleaseLog {
    void info(String line);

    void warn(String line);
}
