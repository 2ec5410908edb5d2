package io.github.storemaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A method of the tests that does nothing but assert, and is no test itself, is called {@code assert...}. */
class HelperNamesTest {
    private static final Path TESTS = Path.of("src", "test", "java");

    @Test
    void whatOnlyAssertsIsCalledSo() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (Stream<Path> all = Files.walk(TESTS)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        List<String> others = new ArrayList<>();
        int named = 0;
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                Helpers helpers = new Helpers();
                helpers.scan(unit, null);
                named += helpers.named;
                helpers.others.forEach(name -> others.add(unit.getSourceFile().getName() + ": " + name));
            }
        }
        assertThat(others).isEmpty();
        assertThat(named).isGreaterThan(20);
    }

    /** The methods of a file that have no annotation, sorted by what they do and are called. */
    private static final class Helpers extends TreeScanner<Void, Void> {
        private final List<String> others = new ArrayList<>();
        private int named;

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null
                    && method.getModifiers().getAnnotations().isEmpty()) {
                Statements statements = new Statements();
                statements.scan(method.getBody(), null);
                if (statements.assertions > 0 && statements.actions == 0) {
                    if (isAssertion(method.getName().toString())) {
                        named++;
                    } else {
                        others.add(method.getName().toString());
                    }
                }
            }
            return super.visitMethod(method, null);
        }
    }

    /** The statements of a method; those of its lambdas and anonymous classes are a part of what takes them. */
    private static final class Statements extends TreeScanner<Void, Void> {
        private int assertions;
        private int actions;

        @Override
        public Void visitExpressionStatement(ExpressionStatementTree statement, Void nothing) {
            count(statement.getExpression());
            return null;
        }

        @Override
        public Void visitReturn(ReturnTree statement, Void nothing) {
            if (statement.getExpression() != null) {
                count(statement.getExpression());
            }
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
            return null;
        }

        private void count(ExpressionTree expression) {
            ExpressionTree part = expression;
            while (part instanceof MethodInvocationTree || part instanceof MemberSelectTree) {
                if (part instanceof MethodInvocationTree call) {
                    part = call.getMethodSelect();
                } else {
                    MemberSelectTree member = (MemberSelectTree) part;
                    if (isAssertion(member.getIdentifier().toString())) {
                        assertions++;
                        return;
                    }
                    part = member.getExpression();
                }
            }
            if (part instanceof IdentifierTree name
                    && isAssertion(name.getName().toString())) {
                assertions++;
            } else {
                actions++;
            }
        }
    }

    private static boolean isAssertion(String name) {
        return name.startsWith("assert");
    }
}
