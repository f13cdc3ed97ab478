package jp.nenkin.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What can be seen in parsed source; the parser is the compiler's own, which knows every Java we may write. */
final class JavaRules extends TreePathScanner<@Nullable Void, @Nullable Void> {
    static final int BODY_LINES = 40;
    static final int PARAMETERS = 4;

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Service)");

    private static final Set<String> BEAN = Set.of("ApplicationScoped", "Singleton", "Path");
    private static final Set<String> GIVEN = Set.of("Override", "ParameterizedTest");

    private final SourceTree tree;
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final List<Finding> findings = new ArrayList<>();

    private JavaRules(SourceTree tree, CompilationUnitTree unit, DocTrees docs) {
        this.tree = tree;
        this.unit = unit;
        this.docs = docs;
    }

    static Stream<Finding> check(SourceTree tree) {
        List<Path> files = tree.ending(".java");
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Finding> findings = new ArrayList<>();
        try (var manager = compiler.getStandardFileManager(said, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, said, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                JavaRules rules = new JavaRules(tree, unit, docs);
                rules.scan(unit, null);
                findings.addAll(rules.findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!said.getDiagnostics().isEmpty()) {
            throw new IllegalStateException("Not Java: " + said.getDiagnostics());
        }
        return findings.stream();
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        String name = type.getSimpleName().toString();
        if (EMPTY_NAME.matcher(name).matches()) {
            find(type, "the name %s says nothing of what it is".formatted(name));
        }
        boolean outermost = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        if (outermost && !name.endsWith("Test") && !hasSentence()) {
            find(type, "%s has no Javadoc sentence".formatted(name));
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        if (isOfTests()) {
            return super.visitMethod(method, null);
        }
        if (method.getParameters().size() > PARAMETERS && !isGiven(method)) {
            find(method, "%s has more than %d parameters".formatted(method.getName(), PARAMETERS));
        }
        if (method.getBody() != null && lines(method.getBody()) > BODY_LINES) {
            find(method, "%s is longer than %d lines".formatted(method.getName(), BODY_LINES));
        }
        return super.visitMethod(method, null);
    }

    /**
     * Nothing to choose: the record's components, the method overridden, the columns of a test's table, the
     * collaborators that the container gives a bean.
     */
    private boolean isGiven(MethodTree method) {
        boolean constructor = method.getReturnType() == null;
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        return (constructor && (owner.getKind() == Tree.Kind.RECORD || isBean(owner)))
                || method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                GIVEN.contains(annotation.getAnnotationType().toString()));
    }

    /** A test is one scenario, and its fixtures list what a fact holds: neither is cut for its length. */
    private boolean isOfTests() {
        return tree.named(Path.of(unit.getSourceFile().toUri())).toString().contains("src/test/");
    }

    private static boolean isBean(Tree owner) {
        return owner instanceof ClassTree type
                && type.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                BEAN.contains(annotation.getAnnotationType().toString()));
    }

    private boolean hasSentence() {
        var comment = docs.getDocCommentTree(getCurrentPath());
        return comment != null && !comment.getFirstSentence().isEmpty();
    }

    private long lines(Tree block) {
        return line(docs.getSourcePositions().getEndPosition(unit, block)) - line(start(block)) + 1;
    }

    private long start(Tree part) {
        return docs.getSourcePositions().getStartPosition(unit, part);
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private void find(Tree part, String what) {
        findings.add(new Finding(tree.named(Path.of(unit.getSourceFile().toUri())), line(start(part)), what));
    }
}
