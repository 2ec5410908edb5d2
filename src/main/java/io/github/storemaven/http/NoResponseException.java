package io.github.storemaven.http;

import io.github.storemaven.text.ForeignText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** No whole response came. Its text is the reason in a user's words, and the proxy; the JDK's own is often empty. */
public final class NoResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean isTransient;
    private final String reason;
    private final int attempts;

    NoResponseException(String reason, boolean isTransient, Throwable cause) {
        this(reason, isTransient, cause, reason, 1);
    }

    private NoResponseException(String message, boolean isTransient, Throwable cause, String reason, int attempts) {
        super(message, cause);
        this.isTransient = isTransient;
        this.reason = reason;
        this.attempts = attempts;
    }

    /** A request that was not sent, and will not be: no attempt has another end. */
    public static NoResponseException notSent(String reason) {
        return new NoResponseException(reason, false, null);
    }

    /** Whether another attempt may have another end; a certificate or a response beyond the limit stays what it is. */
    public boolean isTransient() {
        return isTransient;
    }

    /** Why the last attempt had none, without the number of attempts. */
    public String reason() {
        return reason;
    }

    /** How often the request was sent. */
    public int attempts() {
        return attempts;
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
        return new NoResponseException(explained(problem) + way, !isLasting(problem), clean(problem));
    }

    /** The problem of the last of several attempts. */
    static NoResponseException exhausted(IOException problem, int attempts, Duration took) {
        String reason = reasonOf(problem);
        String message = reason + "; " + attempts + " attempts in " + Durations.readable(took);
        return new NoResponseException(message, RetryPolicy.isTransient(problem), problem, reason, attempts);
    }

    /** The text of a problem in one line; its class where it has none. */
    public static String reasonOf(IOException problem) {
        return problem.getMessage() == null
                ? problem.getClass().getSimpleName()
                : ForeignText.oneLine(problem.getMessage());
    }

    /** The JDK quotes what a server sends in place of HTTP; a stack trace would show it as it came. */
    private static Throwable clean(IOException problem) {
        String text = String.valueOf(problem.getMessage());
        if (problem instanceof ConnectException && isRefused(problem.getMessage())) {
            return null; // It is said in words, and Maven would print the cause as well.
        }
        return ForeignText.oneLine(text).equals(text) ? problem : null;
    }

    private static boolean isLasting(IOException problem) {
        return problem instanceof SSLException
                && !has(problem, EOFException.class)
                && !has(problem, SocketException.class);
    }

    private static String explained(IOException problem) {
        if (problem instanceof HttpConnectTimeoutException) {
            return noConnectionWithin(HttpTransport.CONNECT_TIMEOUT);
        }
        if (has(problem, UnresolvedAddressException.class)) {
            return "the name of the host is not known";
        }
        if (problem instanceof ConnectException && isRefused(problem.getMessage())) {
            return "connection refused";
        }
        if (problem instanceof SSLException) {
            return "no TLS connection: " + reasonOf(problem);
        }
        return has(problem, EOFException.class) ? "the connection ended without an answer" : reasonOf(problem);
    }

    /** How an address is reached that a proxy is asked for, as the end of a sentence. */
    static String through(Proxy proxy) {
        return " through the proxy " + proxy;
    }

    static String noConnectionWithin(Duration limit) {
        return "no connection within " + Durations.readable(limit);
    }

    /** HttpClient gives no text, a socket one that begins so. */
    private static boolean isRefused(String message) {
        return message == null || message.startsWith("Connection refused");
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
