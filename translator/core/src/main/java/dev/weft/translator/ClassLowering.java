package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.FunctionInfo.Binding;
import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classes, as nested classes, records or enums. */
final class ClassLowering {
  private static final Set<String> SERIALIZABLE =
      Set.of("String", "Long", "Double", "Boolean", "Number");

  private final Lowering lowering;

  ClassLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Whether a class becomes a record: a dataclass that nobody changes or derives from. */
  static boolean isRecord(ClassInfo type) {
    return (type.isNamedTuple || type.isDataclass)
        && !type.isByIdentity
        && type.base() == null
        && type.subclasses().isEmpty()
        && type.method("__init__") == null
        && type.method("__post_init__") == null
        && type.fields.keySet().equals(type.dataFields.keySet())
        && type.fields.values().stream().noneMatch(f -> f.assignedElsewhere)
        && type.dataFields.values().stream()
            .noneMatch(d ->
                d instanceof Expr.Call c
                    && c.keywords().stream()
                        .anyMatch(k ->
                            "init".equals(k.name())
                                || "repr".equals(k.name())
                                || "compare".equals(k.name())));
  }

  void lower(ClassInfo type, Lines out) {
    Stmt.ClassDef node = Objects.requireNonNull(type.node);
    Javadoc.emit(node.body(), out);
    String plain = Desugaring.plain(type.name);
    if (!type.javaName.equals(plain)) {
      out.add("@" + support("PythonName") + "(\"" + plain + "\")");
    }
    if (type.isUnion) {
      out.add(
          "sealed interface "
              + type.javaName
              + " permits "
              + type.subclasses().stream().map(c -> c.javaName).collect(Collectors.joining(", "))
              + " {}");
      return;
    }
    Set<String> faces = faces(type);
    String implementing = faces.isEmpty() ? "" : " implements " + String.join(", ", faces);
    if (type.isEnum) {
      enumeration(type, out, implementing);
    } else if (isRecord(type)) {
      List<String> components = new ArrayList<>();
      for (String name : type.dataFields.keySet()) {
        Variable field = Objects.requireNonNull(type.fields.get(name));
        components.add(JavaTypes.of(field.type()) + " " + Attributes.fieldName(field));
      }
      out.add(
          "record "
              + type.javaName
              + "("
              + String.join(", ", components)
              + ")"
              + implementing
              + " {");
    } else {
      String modifiers = (type.lacking().isEmpty() ? "" : "abstract ") + "static ";
      if (!type.unions.isEmpty()) {
        modifiers += type.subclasses().isEmpty() ? "final " : "non-sealed ";
      }
      String base = type.base() != null ? " extends " + type.base().madeAs() : "";
      out.add(modifiers + "class " + type.javaName + base + implementing + " {");
      if (type.isException) {
        out.add("private static final long serialVersionUID = 1L;");
      }
    }
    statics(type, out);
    if (!type.isEnum && !isRecord(type)) {
      type.fields.forEach((name, field) ->
          out.add(
              (field.mayBeMissing
                      ? "final " + (type.isException ? "transient " : "") + optional(name, field)
                      : (lowering.finals.isFinal(type, name) ? "final " : "")
                          + (type.isException && !isSerializable(field.type()) ? "transient " : "")
                          + JavaTypes.of(field.type())
                          + " "
                          + Attributes.fieldName(field)
                          + shared(type, name))
                  + ";"));
      constructor(type, out);
    }
    for (FunctionInfo method : type.methods.values()) {
      if (!method.name.equals("__init__")) {
        lowering.functions.method(method, out, modifiers(method));
      }
    }
    Dunders.emit(type, out);
    new MethodTables(lowering).emit(type, out);
    // Each may lift what is nested in it.
    for (FunctionInfo lifted = liftedInto(type); lifted != null; lifted = liftedInto(type)) {
      lowering.module.lifted.remove(lifted);
      lowering.functions.method(lifted, out, "private ");
    }
    out.add("}");
  }

  /** Whether Java can write a field of an exception to a stream, which its compiler asks for. */
  private static boolean isSerializable(Type type) {
    return Types.isPrimitive(type) || SERIALIZABLE.contains(JavaTypes.boxed(type));
  }

  private @Nullable FunctionInfo liftedInto(ClassInfo type) {
    return lowering.module.lifted.stream()
        .filter(f -> lowering.functions.hostInstance(f) == type)
        .findFirst()
        .orElse(null);
  }

  private static String modifiers(FunctionInfo method) {
    boolean isStatic = method.binding == Binding.STATIC || method.binding == Binding.CLASS;
    String library = method.owner == null ? null : method.owner.libraryBase();
    boolean needsPublic =
        Dunders.isPublic(method)
            || (library != null && Library.get().override(library, method.name) != null);
    return (needsPublic ? "public " : "") + (isStatic ? "static " : "");
  }

  private Set<String> faces(ClassInfo type) {
    Set<String> faces = new LinkedHashSet<>();
    if (type.isDataclass || type.isNamedTuple || type.methods.containsKey("__repr__")) {
      faces.add(support(type.isNamedTuple ? "NamedTuple" : "Repr"));
    }
    if (type.isEnum) {
      faces.add(support("PyEnum"));
    }
    if (isUnhashable(type)) {
      faces.add(support("Unhashable"));
    }
    faces.addAll(Dunders.faces(type));
    if (!MethodTables.of(type).isEmpty()) {
      faces.add(support("MethodTable"));
    }
    type.unions.forEach(union -> faces.add(union.javaName));
    return faces;
  }

  /** A field that tells when it is read before it has a value. */
  private static String optional(String name, Variable field) {
    String java = field.type() == Basic.NONE ? "Object" : JavaTypes.boxed(field.type());
    return support("Attribute")
        + "<"
        + java
        + "> "
        + Attributes.fieldName(field)
        + " = new "
        + support("Attribute")
        + "<>(this, "
        + Strings.literal(name)
        + ")";
  }

  /** Whether Python gives a class no hash, since it compares by value, and values may change. */
  private static boolean isUnhashable(ClassInfo type) {
    boolean compares = type.methods.containsKey("__eq__");
    boolean mayChange = type.isDataclass && !type.isFrozen && !type.isHashed && !type.isByIdentity;
    Variable said = type.statics.get("__hash__");
    return !type.isEnum
        && !type.methods.containsKey("__hash__")
        && (said == null ? compares || mayChange : said.type() == Basic.NONE);
  }

  private String shared(ClassInfo type, String name) {
    Variable shared = type.staticField(name);
    return shared == null ? "" : " = " + type.javaName + "." + shared.javaName;
  }

  private void statics(ClassInfo type, Lines out) {
    if (type.isEnum) {
      return;
    }
    Body outer = lowering.body;
    type.classAttributes.forEach((name, value) -> {
      Variable field = Objects.requireNonNull(type.statics.get(name));
      Body body = lowering.newBody(lowering.module.body);
      lowering.body = body;
      JavaExpr lowered = lowering.exprs.value(value, field.type());
      if (body.out.isEmpty()) {
        out.add(
            "static "
                + JavaTypes.of(field.type())
                + " "
                + field.javaName
                + " = "
                + lowered.code()
                + ";");
      } else {
        out.add("static " + JavaTypes.of(field.type()) + " " + field.javaName + ";");
        out.add("static {");
        out.addAll(body.out);
        out.add(field.javaName + " = " + lowered.code() + ";");
        out.add("}");
      }
    });
    lowering.body = outer;
  }

  private void enumeration(ClassInfo type, Lines out, String implementing) {
    out.add("enum " + type.javaName + implementing + " {");
    Type valueType = lowering.inference.exprs.attributes.enumValue(type);
    List<String> constants = new ArrayList<>();
    long auto = 1;
    Map<String, String> aliases = EnumAliases.of(type);
    boolean isUnique =
        type.node != null
            && type.node.decorators().stream().anyMatch(d -> Decorators.name(d).equals("unique"));
    if (isUnique && !aliases.isEmpty()) {
      lowering.diagnostics.refuse(
          Objects.requireNonNull(type.node),
          "members of the unique enum '" + type.name + "' have the same value",
          "give each its own value");
    }
    for (var entry : type.classAttributes.entrySet()) {
      if (aliases.containsKey(entry.getKey())) {
        continue;
      }
      Expr value = entry.getValue();
      String code;
      if (value instanceof Expr.Call c && Decorators.name(c.function()).equals("auto")) {
        code =
            type.isStrEnum
                ? Strings.literal(entry.getKey().toLowerCase(java.util.Locale.ROOT))
                : auto + "L";
        auto++;
      } else {
        code = lowering.exprs.value(value, valueType).asObject(valueType);
        if (value instanceof Expr.IntLiteral i) {
          auto = i.value().longValue() + 1;
        }
      }
      FunctionInfo init = type.methods.get("__init__");
      List<String> args = new ArrayList<>();
      args.add(code);
      if (init != null) {
        List<Expr> given = value instanceof Expr.TupleDisplay t ? t.elements() : List.of(value);
        List<Parameter> params = init.callerParameters();
        for (int i = 0; i < params.size(); i++) {
          Type wanted = Objects.requireNonNull(init.params.get(params.get(i).name())).type();
          Expr arg = i < given.size() ? given.get(i) : params.get(i).defaultValue();
          args.add(arg == null ? "null" : lowering.exprs.value(arg, wanted).code());
        }
      }
      constants.add(entry.getKey() + "(" + String.join(", ", args) + ")");
    }
    out.add(String.join(", ", constants) + ";");
    aliases.forEach((alias, member) ->
        out.add("static final " + type.javaName + " " + alias + " = " + member + ";"));
    String java = JavaTypes.boxed(valueType);
    out.add("private final " + java + " value;");
    type.fields.forEach((name, field) ->
        out.add(JavaTypes.of(field.type()) + " " + Attributes.fieldName(field) + ";"));
    FunctionInfo init = type.methods.get("__init__");
    if (init == null) {
      out.add(type.javaName + "(" + java + " value) {");
      out.add("this.value = value;");
    } else {
      Body outer = lowering.body;
      Body body = lowering.newBody(init);
      body.pool.take("value");
      lowering.body = body;
      lowering.declarations.plan(init);
      String params = lowering.functions.signature(init, body);
      out.add(
          type.javaName
              + "("
              + java
              + " value"
              + (params.equals("()") ? "" : ", ")
              + params.substring(1)
              + " {");
      out.add("this.value = value;");
      body.out = out;
      lowering.stmts.block(init.body);
      lowering.body = outer;
    }
    out.add("}");
    out.add("@Override");
    out.add("public " + java + " value() {");
    out.add("return value;");
    out.add("}");
    if (type.valueType != null) {
      out.add("@Override");
      out.add("public boolean isValue() {");
      out.add("return true;");
      out.add("}");
    }
    if (!type.methods.containsKey("__str__")) {
      out.add("@Override");
      out.add("public String toString() {");
      out.add(
          type.isIntEnum || type.isStrEnum
              ? "return " + support("Py") + ".str(value);"
              : "return \"" + type.name + ".\" + name();");
      out.add("}");
    }
  }

  private void constructor(ClassInfo type, Lines out) {
    FunctionInfo init = type.methods.get("__init__");
    if (init != null) {
      initializer(type, init, out);
      return;
    }
    if (type.isMadeOfFields()) {
      dataConstructor(type, out);
      return;
    }
    if (!type.libraryMakers().isEmpty()) {
      libraryConstructors(type, out);
      return;
    }
    FunctionInfo inherited = type.method("__init__");
    if (inherited != null) {
      Body body = lowering.newBody(inherited);
      String signature = lowering.functions.signature(inherited, body);
      List<String> names = FunctionLowering.names(signature);
      out.add(type.javaName + signature + " {");
      out.add("super(" + String.join(", ", names) + ");");
      out.add("}");
    } else if (type.isException) {
      out.add(type.javaName + "(Object... args) {");
      out.add("super(args);");
      out.add("}");
    }
  }

  /** The constructors of the library class above, passed through. */
  private static void libraryConstructors(ClassInfo type, Lines out) {
    type.libraryMakers().forEach(maker -> libraryConstructor(type, maker, out));
  }

  private static void libraryConstructor(ClassInfo type, Signature maker, Lines out) {
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    List<String> params = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Signature.Param p : maker.params()) {
      if (maker.java().contains("{" + p.name() + "}")) {
        String name = JavaNames.camel(p.name());
        Type given = bindings.type(p.type());
        params.add((p.isDeferred() ? support("Fn0") + "<?>" : JavaTypes.of(given)) + " " + name);
        names.add(name);
      }
    }
    out.add(type.javaName + "(" + String.join(", ", params) + ") {");
    out.add("super(" + String.join(", ", names) + ");");
    out.add("}");
  }

  private void initializer(ClassInfo type, FunctionInfo init, Lines out) {
    Body outer = lowering.body;
    Body body = lowering.newBody(init);
    lowering.body = body;
    lowering.declarations.plan(init);
    Javadoc.emit(init, out);
    String signature = lowering.functions.signature(init, body);
    out.add(type.javaName + signature + " {");
    body.out = out;
    body.isInitializedLate = isInitializedLate(type, init);
    if (body.isInitializedLate) {
      out.add("super();");
    }
    boolean calls =
        body.isInitializedLate || init.body.stream().anyMatch(ClassLowering::isSuperInit);
    if (type.base() != null && !calls) {
      if (type.isException) {
        out.add("super(" + String.join(", ", FunctionLowering.names(signature)) + ");");
      } else if (type.base().method("__init__") != null
          && !Objects.requireNonNull(type.base().method("__init__")).callerParameters().isEmpty()) {
        lowering.diagnostics.refuse(
            init.node, "__init__ does not call super().__init__()", "call it first");
      }
    }
    lowering.functions.copies(init, signature, body);
    lowering.stmts.block(init.body);
    out.add("}");
    lowering.body = outer;
  }

  /** Whether an exception looks at itself before it tells the class above its arguments. */
  private static boolean isInitializedLate(ClassInfo type, FunctionInfo init) {
    ClassInfo base = type.base();
    if (!type.isException || base == null || base.method("__init__") != null) {
      return false;
    }
    int first = 0;
    while (first < init.body.size() && !isSuperInit(init.body.get(first))) {
      first++;
    }
    if (first == init.body.size()) {
      return contains(init.body, false);
    }
    return contains(init.body.subList(0, first + 1), true);
  }

  /** Whether there is a read of the object's own fields, or else a {@code super().__init__}. */
  private static boolean contains(List<Stmt> body, boolean reads) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |= !reads && isSuperInit(stmt);
        if (reads && stmt instanceof Stmt.Assign a) {
          expr(a.value());
          return a.targets().stream().anyMatch(t -> !(t instanceof Expr.Attribute));
        }
        if (reads && stmt instanceof Stmt.AnnAssign a && a.target() instanceof Expr.Attribute) {
          if (a.value() != null) {
            expr(a.value());
          }
          return false;
        }
        return !(stmt instanceof Stmt.FunctionDef) && !(stmt instanceof Stmt.ClassDef);
      }

      @Override
      protected boolean enter(Expr expr) {
        found[0] |= reads && expr instanceof Expr.Name n && n.id().equals("self");
        return true;
      }
    }.block(body);
    return found[0];
  }

  private static boolean isSuperInit(Stmt stmt) {
    return stmt instanceof Stmt.ExprStmt e
        && e.value() instanceof Expr.Call c
        && c.function() instanceof Expr.Attribute a
        && a.name().equals("__init__")
        && a.value() instanceof Expr.Call s
        && s.function() instanceof Expr.Name n
        && n.id().equals("super");
  }

  /** {@code super().__init__(...)}. */
  void superInit(Expr.Call call) {
    ClassInfo owner = lowering.body.function.owner;
    if (owner == null || owner.base() == null) {
      return;
    }
    ClassInfo base = owner.base();
    FunctionInfo init = base.method("__init__");
    if (base.libraryType != null) {
      Signature known = lowering.inference.exprs.calls.library.chosen(call);
      Signature maker =
          known != null
              ? known
              : Matching.select(owner.libraryMakers(), call, lowering.inference.exprs);
      if (maker == null && !(call.arguments().isEmpty() && call.keywords().isEmpty())) {
        lowering.diagnostics.refuse(
            call, "this call does not match the constructor of the base", "pass other arguments");
        return;
      }
      lowering.line(
          maker == null
              ? "super();"
              : lowering
                      .calls
                      .library()
                      .templates()
                      .template(call, maker, null, Basic.OBJECT)
                      .code()
                      .replaceFirst("^new [^(]*", "super")
                  + ";");
    } else if (base.isLibrary() || (init == null && base.isException)) {
      boolean spreads = call.arguments().stream().anyMatch(Expr.Starred.class::isInstance);
      String args =
          spreads
              ? lowering.calls.arguments().spread(call.arguments())
              : lowering.exprs.codes(call.arguments(), Basic.OBJECT);
      lowering.line(
          (lowering.body.isInitializedLate
                  ? support("Exceptions") + ".initialize(this" + (args.isEmpty() ? "" : ", ")
                  : "super(")
              + args
              + ");");
    } else if (init != null) {
      ArgumentLowering arguments = lowering.calls.arguments();
      lowering.line(
          "super("
              + (arguments.matches(init, call)
                  ? arguments.of(init, call)
                  : new FunctionValues(lowering).boundArguments(init, call))
              + ");");
    } else if (base.isMadeOfFields()) {
      lowering.line("super(" + lowering.calls.arguments().ofFields(base, call) + ");");
    } else {
      lowering.line("super();");
    }
  }

  private void dataConstructor(ClassInfo type, Lines out) {
    List<String> params = new ArrayList<>();
    List<String> above = new ArrayList<>();
    Lines body = new Lines();
    Body outer = lowering.body;
    lowering.body = lowering.newBody(lowering.module.body);
    lowering.body.out = body;
    for (String name : PatternTypes.matchArgs(type)) {
      Variable field = type.fieldOrNew(name);
      String java = Attributes.fieldName(field);
      Expr given = null;
      for (ClassInfo c = type; c != null && given == null; c = c.base()) {
        given = c.dataFields.get(name);
      }
      boolean hidden =
          given instanceof Expr.Call f
              && Decorators.name(f.function()).equals("field")
              && f.keywords().stream().anyMatch(k -> "init".equals(k.name()));
      if (hidden && given instanceof Expr.Call f) {
        f.keywords().stream()
            .filter(k -> "default_factory".equals(k.name()) || "default".equals(k.name()))
            .findFirst()
            .ifPresent(k ->
                body.add(
                    "this."
                        + java
                        + " = "
                        + ("default".equals(k.name())
                            ? lowering.exprs.value(k.value(), field.type()).code()
                            : lowering.calls.arguments().factory(k.value(), field.type()))
                        + ";"));
        continue;
      }
      params.add(JavaTypes.of(field.type()) + " " + java);
      if (type.fields.containsKey(name)) {
        body.add("this." + java + " = " + java + ";");
      } else {
        above.add(java);
      }
    }
    lowering.body = outer;
    out.add(type.javaName + "(" + String.join(", ", params) + ") {");
    if (type.base() != null) {
      out.add("super(" + String.join(", ", above) + ");");
    }
    out.addAll(body);
    FunctionInfo after = type.method("__post_init__");
    if (after != null) {
      String call = after.javaName + "();";
      if (type.subclasses().isEmpty()) {
        out.add(call);
      } else {
        // Only behind the last field: the constructors below that set more call it themselves.
        out.add("if (" + isMadeHere(type) + ") {");
        out.add(call);
        out.add("}");
      }
    }
    out.add("}");
  }

  /** Whether no constructor below a dataclass's own is one that its fields give. */
  private static String isMadeHere(ClassInfo type) {
    return Stream.concat(
            Stream.of("getClass() == " + type.javaName + ".class"),
            type.subclasses().stream()
                .filter(c -> c.methods.containsKey("__init__"))
                .map(c -> "this instanceof " + c.madeAs()))
        .collect(Collectors.joining(" || "));
  }
}
