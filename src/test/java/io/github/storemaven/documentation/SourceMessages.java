package io.github.storemaven.documentation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sentences in the sources: texts of several words, put together as they are in the code, with names for what is not known. */
final class SourceMessages {
    private static final Pattern WORDS = Pattern.compile("(?s).*\\p{L}{2,}[,;:.]? .*\\p{L}{2,}.*");

    private SourceMessages() {}

    /**
     * A sentence, or a part of one.
     *
     * @param source the class with its package
     * @param text with the names of values in braces
     */
    record Message(String source, long line, String text) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-50s %4d  %s", source, line, text);
        }
    }

    /** All sentences below a folder of sources, in the order of packages and classes. */
    static List<Message> below(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        List<Message> messages = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                String source = sources.toAbsolutePath().relativize(file).toString();
                String name = source.replace('\\', '.').replace('/', '.').replaceFirst("\\.java$", "");
                new Scanner(unit, positions, name, messages).scan(unit, null);
            }
        }
        return messages;
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String source;
        private final List<Message> messages;

        Scanner(CompilationUnitTree unit, SourcePositions positions, String source, List<Message> messages) {
            this.unit = unit;
            this.positions = positions;
            this.source = source;
            this.messages = messages;
        }

        /** Annotations are no messages; descriptions of parameters have a test of their own. */
        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void unused) {
            return null;
        }

        /** Nor are patterns. */
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            String method = call.getMethodSelect().toString();
            return method.equals("Pattern.compile") || method.endsWith("matches") || method.startsWith("replace")
                    ? null
                    : super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String text) {
                add(literal, text);
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void unused) {
            if (binary.getKind() != Tree.Kind.PLUS || !hasText(binary)) {
                return super.visitBinary(binary, null);
            }
            add(binary, text(binary));
            return null;
        }

        private void add(Tree tree, String text) {
            if (WORDS.matcher(text).matches()) {
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
                messages.add(new Message(source, line, text.replace("\n", "\\n")));
            }
        }

        private static boolean hasText(ExpressionTree tree) {
            return tree instanceof BinaryTree sum
                    ? hasText(sum.getLeftOperand()) || hasText(sum.getRightOperand())
                    : tree instanceof LiteralTree literal && literal.getValue() instanceof String;
        }

        private static String text(ExpressionTree tree) {
            if (tree instanceof ParenthesizedTree inner) {
                return text(inner.getExpression());
            } else if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return text(sum.getLeftOperand()) + text(sum.getRightOperand());
            } else if (tree instanceof ConditionalExpressionTree choice) {
                return "[" + text(choice.getTrueExpression()) + "|" + text(choice.getFalseExpression()) + "]";
            } else if (tree instanceof LiteralTree literal) {
                return String.valueOf(literal.getValue());
            }
            return "{" + name(tree) + "}";
        }

        /** The last name of an expression. */
        private static String name(ExpressionTree tree) {
            String name = tree instanceof MethodInvocationTree call
                    ? call.getMethodSelect().toString()
                    : tree.toString();
            String last = name.substring(name.lastIndexOf('.') + 1);
            return last.length() > 30 ? "..." : last;
        }
    }
}
