package io.github.storemaven.goal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/** Does something once when the build is over, however it ended; the JVM may live on (mvnd). */
record SessionEnd(MavenExecutionRequest request) {
    static SessionEnd of(MavenSession session) {
        return new SessionEnd(session.getRequest());
    }

    /** The action runs after what everybody else does at the end. */
    void then(Runnable action) {
        ExecutionListener others = request.getExecutionListener();
        if (others != null) {
            request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ExecutionListener.class},
                    (proxy, method, arguments) -> passedOn(others, method, arguments, action)));
        }
    }

    private static Object passedOn(ExecutionListener others, Method method, Object[] arguments, Runnable action)
            throws Throwable {
        try {
            return method.invoke(others, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (method.getName().equals("sessionEnded")) {
                action.run();
            }
        }
    }
}
