package dev.weft.translator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a class that an object may not have when it is made, so that reading them is
 * to be an {@code AttributeError}.
 */
final class AssignedFields {
  /** What runs before anything else is asked of an object, where there is such a method. */
  private static final String[] FIRST = {
    "__init__", "__post_init__", "initialize", "__enter__", "__aenter__", "__iter__", "__aiter__"
  };

  private final ModuleInfo module;
  private final ClassInfo type;
  private final Map<FunctionInfo, Set<String>> known = new HashMap<>();
  private final Set<String> early = new HashSet<>();

  private AssignedFields(ModuleInfo module, ClassInfo type) {
    this.module = module;
    this.type = type;
  }

  static void mark(ModuleInfo module) {
    for (ClassInfo type : module.classes) {
      if (!type.isLibrary() && !type.isEnum && type.node != null) {
        new AssignedFields(module, type).mark();
      }
    }
  }

  private void mark() {
    Set<String> assigned = new HashSet<>();
    for (String name : FIRST) {
      FunctionInfo method = type.method(name);
      if (method != null && isOfInstance(method)) {
        assigned = new HashSet<>(Assigned.attributes(module, method, assigned, this));
      }
    }
    for (ClassInfo c = type; c != null && !c.isLibrary(); c = c.base()) {
      for (Map.Entry<String, Variable> field : c.fields.entrySet()) {
        String name = field.getKey();
        boolean hasDefault = c.dataFields.containsKey(name) || type.staticField(name) != null;
        if (!hasDefault && (early.contains(name) || !assigned.contains(name))) {
          field.getValue().mayBeMissing = true;
        }
      }
    }
  }

  private static boolean isOfInstance(FunctionInfo method) {
    return method.binding == FunctionInfo.Binding.SELF && !method.parameters.isEmpty();
  }

  /** Notes that an attribute is read before it has a value. */
  void readEarly(String name) {
    early.add(name);
  }

  /** What a method of the class gives values to. */
  Set<String> assignedBy(String name) {
    return assignedBy(type.method(name));
  }

  /** What a method of a class above another gives values to. */
  Set<String> assignedAbove(ClassInfo below, String name) {
    ClassInfo base = below.base();
    return assignedBy(base == null || base.isLibrary() ? null : base.method(name));
  }

  private Set<String> assignedBy(@Nullable FunctionInfo method) {
    if (method == null || !isOfInstance(method)) {
      return Set.of();
    }
    Set<String> names = known.get(method);
    if (names == null) {
      // One that calls itself has nothing to say of itself.
      known.put(method, Set.of());
      Set<String> before = new HashSet<>(early);
      names = Assigned.attributes(module, method, Set.of(), this);
      early.retainAll(before);
      known.put(method, names);
    }
    return names;
  }
}
