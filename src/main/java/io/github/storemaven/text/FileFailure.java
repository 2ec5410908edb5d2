package io.github.storemaven.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, in words. */
public final class FileFailure {
    private static final int MAX_PATH = 1000;

    private FileFailure() {}

    /** A sentence about it: Java's own message is its path only. */
    public static String sentence(IOException problem) {
        if (!(problem instanceof FileSystemException trouble)) {
            return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        }
        String file = trouble.getFile() == null ? "a file" : name(trouble.getFile());
        String other = trouble.getOtherFile() == null ? "" : " (or " + name(trouble.getOtherFile()) + ")";
        return "Cannot read or write " + file + other + ": " + reason(trouble);
    }

    private static String name(String file) {
        return ForeignText.oneLine(file, MAX_PATH);
    }

    private static String reason(FileSystemException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "there is no such file or folder. It may have been moved or deleted during the build; run the same"
                    + " command again";
        }
        if (trouble instanceof AccessDeniedException) {
            return "access is denied, or it is open in another program. Look at its permissions, close the other"
                    + " program, and run the same command again";
        }
        if (trouble instanceof FileAlreadyExistsException || trouble instanceof DirectoryNotEmptyException) {
            return "there is a file or a folder of that name already. Move it away, and run the same command again";
        }
        if (trouble instanceof NotDirectoryException) {
            return "it is a file, where a folder is needed. Move it away, and run the same command again";
        }
        if (trouble instanceof FileSystemLoopException) {
            return "a link in it leads back to one of its own parents. Remove the link";
        }
        return (trouble.getReason() == null ? trouble.getClass().getSimpleName() : trouble.getReason())
                + ". It may be open in another program; close that, and run the same command again";
    }
}
