package io.github.storemaven.http;

import io.github.storemaven.text.ForeignText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** No whole answer came. Its text says why in a user's words, and through which proxy; the JDK's own is often empty. */
public final class NoResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    NoResponseException(String why, boolean mayPass, Throwable cause) {
        super(why, cause);
        this.mayPass = mayPass;
    }

    /** Whether another attempt may have another end; a certificate or an answer beyond the limit stays what it is. */
    public boolean mayPass() {
        return mayPass;
    }

    /**
     * The problem of a request.
     *
     * @param way how it is reached, for example {@code " through the proxy p:3128"}; may be empty
     */
    static NoResponseException of(IOException problem, String way) {
        if (problem instanceof NoResponseException known) {
            return known;
        }
        return new NoResponseException(reason(problem) + way, !isLasting(problem), clean(problem));
    }

    /** The JDK quotes what a server sends in place of HTTP; a stack trace would show it as it came. */
    private static Throwable clean(IOException problem) {
        String text = String.valueOf(problem.getMessage());
        return ForeignText.oneLine(text).equals(text) ? problem : null;
    }

    private static boolean isLasting(IOException problem) {
        return problem instanceof SSLException
                && !has(problem, EOFException.class)
                && !has(problem, SocketException.class);
    }

    private static String reason(IOException problem) {
        if (problem instanceof HttpConnectTimeoutException) {
            return "no connection within " + HttpTransport.CONNECT.toSeconds() + " s";
        }
        if (has(problem, UnresolvedAddressException.class)) {
            return "the name of the host is not known";
        }
        if (problem instanceof ConnectException && problem.getMessage() == null) {
            return "connection refused";
        }
        if (problem instanceof SSLException) {
            return "no TLS connection: " + text(problem);
        }
        return has(problem, EOFException.class) ? "the connection ended without an answer" : text(problem);
    }

    private static String text(IOException problem) {
        return problem.getMessage() == null
                ? problem.getClass().getSimpleName()
                : ForeignText.oneLine(problem.getMessage());
    }

    private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
