package io.github.storemaven.goal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/** Does something once when the build is over, however it ended; the JVM may live on (mvnd). */
record SessionEnd(MavenExecutionRequest request) {
    static SessionEnd of(MavenSession session) {
        return new SessionEnd(session.getRequest());
    }

    /** The action runs before others hear of the end; the summary of the build is yet to come. */
    void first(Runnable action) {
        ExecutionListener others = others();
        listen((proxy, method, arguments) -> {
            runAtEnd(method, action);
            return passOn(others, method, arguments);
        });
    }

    /** The action runs after what everybody else does at the end. */
    void last(Runnable action) {
        ExecutionListener others = others();
        listen((proxy, method, arguments) -> {
            try {
                return passOn(others, method, arguments);
            } finally {
                runAtEnd(method, action);
            }
        });
    }

    private ExecutionListener others() {
        ExecutionListener others = request.getExecutionListener();
        return others == null ? new AbstractExecutionListener() : others;
    }

    private void listen(InvocationHandler handler) {
        request.setExecutionListener((ExecutionListener)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ExecutionListener.class}, handler));
    }

    private static void runAtEnd(Method method, Runnable action) {
        if (method.getName().equals("sessionEnded")) {
            action.run();
        }
    }

    private static Object passOn(ExecutionListener others, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(others, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
