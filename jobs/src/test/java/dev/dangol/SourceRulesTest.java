package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules on the text of sources: names, documentation, lengths. */
class SourceRulesTest {
  private static final Path SOURCES = Path.of("jobs/src");
  private static final int LONGEST_METHOD = 30;
  private static final int MOST_PARAMETERS = 4;
  private static final int MOST_DOUBLE_NAMES = 5;
  private static final int LONGEST_SENTENCE = 20;
  private static final double MOST_ONE_WORD_NAMES = 0.15;
  private static final Pattern QUESTION =
      Pattern.compile("(?s)\\s*(What|Who|Whoever|Whom|Where|How|Whether|Which|Why)\\b.*");
  private static final Pattern FIRST_SENTENCE = Pattern.compile("(?<=[.!])(?:\\s|$)");
  private static final Pattern MARKUP = Pattern.compile("\\{@\\w+ ([^}]*)\\}");

  private static final List<CompilationUnitTree> UNITS = new ArrayList<>();
  private static DocTrees trees;
  private static SourcePositions positions;

  @BeforeAll
  static void parse() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      List<File> sources =
          paths.filter(path -> path.toString().endsWith(".java")).map(Path::toFile).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromFiles(sources));
      task.parse().forEach(UNITS::add);
      trees = DocTrees.instance(task);
      positions = trees.getSourcePositions();
    }
  }

  @Test
  void a_top_level_type_has_a_name_of_its_own() {
    Map<String, List<String>> places = new TreeMap<>();
    for (CompilationUnitTree unit : UNITS) {
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree top) {
          String name = top.getSimpleName().toString();
          places
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(unit.getSourceFile().getName());
        }
      }
    }
    places.values().removeIf(files -> files.size() == 1);
    assertThat(places).isEmpty();
  }

  @Test
  void type_names_say_noun_and_role() {
    Map<String, Integer> names = new TreeMap<>();
    eachMainType((path, type) -> names.merge(type.getSimpleName().toString(), 1, Integer::sum));
    assertThat(names.values().stream().filter(times -> times > 1).count())
        .as("simple names used twice")
        .isLessThanOrEqualTo(MOST_DOUBLE_NAMES);
    long oneWord = names.keySet().stream().filter(name -> !name.matches(".+[A-Z].*")).count();
    assertThat((double) oneWord / names.size()).isLessThanOrEqualTo(MOST_ONE_WORD_NAMES);
  }

  @Test
  void documentation_of_types_begins_with_a_noun_or_a_verb_and_is_short() {
    List<String> wrong = new ArrayList<>();
    eachMainType(
        (path, type) -> {
          String text = trees.getDocComment(path);
          if (text == null) {
            return;
          }
          String first = MARKUP.matcher(FIRST_SENTENCE.split(text, 2)[0]).replaceAll("$1");
          if (QUESTION.matcher(text).matches()
              || first.strip().split("\\s+").length >= LONGEST_SENTENCE) {
            wrong.add(type.getSimpleName() + ": " + first);
          }
        });
    assertThat(wrong).isEmpty();
  }

  /** Of tests as well, and of fields and of types within types. */
  @Test
  void no_documentation_opens_with_a_question() {
    List<String> wrong = new ArrayList<>();
    for (CompilationUnitTree unit : UNITS) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void scan(Tree tree, Void nothing) {
          String text =
              tree == null || getCurrentPath() == null
                  ? null
                  : trees.getDocComment(new TreePath(getCurrentPath(), tree));
          if (text != null && QUESTION.matcher(text).matches()) {
            wrong.add(unit.getSourceFile().getName() + ": " + text.strip());
          }
          return super.scan(tree, null);
        }
      }.scan(unit, null);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void methods_are_short_and_take_few_parameters() {
    List<String> wrong = new ArrayList<>();
    eachMethod(
        path -> {
          MethodTree method = (MethodTree) path.getLeaf();
          String name =
              path.getCompilationUnit().getSourceFile().getName() + " " + method.getName();
          if (lines(path, method) > LONGEST_METHOD) {
            wrong.add(name + ": " + lines(path, method) + " lines");
          }
          if (method.getParameters().size() > MOST_PARAMETERS && !isOfRecord(path)) {
            wrong.add(name + ": " + method.getParameters().size() + " parameters");
          }
        });
    assertThat(wrong).isEmpty();
  }

  private static boolean isOfRecord(TreePath method) {
    return method.getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
  }

  private static long lines(TreePath path, MethodTree method) {
    if (method.getBody() == null) {
      return 0;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    long from = positions.getStartPosition(unit, method.getBody());
    long to = positions.getEndPosition(unit, method.getBody());
    return from < 0 || to < 0
        ? 0
        : unit.getLineMap().getLineNumber(to) - unit.getLineMap().getLineNumber(from) - 1;
  }

  private interface TypeVisitor {
    void visit(TreePath path, ClassTree type);
  }

  private static void eachMainType(TypeVisitor visitor) {
    for (CompilationUnitTree unit : mainUnits()) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
          if (!type.getSimpleName().isEmpty()) {
            visitor.visit(getCurrentPath(), type);
          }
          return super.visitClass(type, null);
        }
      }.scan(unit, null);
    }
  }

  private static void eachMethod(Consumer<TreePath> visitor) {
    for (CompilationUnitTree unit : mainUnits()) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
          visitor.accept(getCurrentPath());
          return super.visitMethod(method, null);
        }
      }.scan(unit, null);
    }
  }

  private static List<CompilationUnitTree> mainUnits() {
    return UNITS.stream()
        .filter(unit -> unit.getSourceFile().getName().contains("src/main"))
        .toList();
  }
}
