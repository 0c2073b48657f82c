package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A block of code that CPython compiles by itself, and the statements around the one at hand. */
final class CodeUnit {
  /** How many statements with a frame block may be nested. */
  private static final int MOST_BLOCKS = 20;

  /** The kinds of unit, as far as errors go by them. */
  enum Kind {
    PLAIN,
    ASYNC_FUNCTION,
    COMPREHENSION
  }

  /** A statement with a frame block. */
  enum Block {
    LOOP,
    GROUP_HANDLER,
    OTHER
  }

  final Kind kind;
  final Scope scope;
  private final StageErrors errors;
  private final Deque<Block> blocks = new ArrayDeque<>();

  CodeUnit(Kind kind, Scope scope, StageErrors errors) {
    this.kind = kind;
    this.scope = scope;
    this.errors = errors;
  }

  void push(Block block, SSTNode at) {
    if (blocks.size() == MOST_BLOCKS) {
      errors.add(at, "too many statically nested blocks");
    }
    blocks.push(block);
  }

  void pop() {
    blocks.pop();
  }

  /**
   * Leaves blocks, up to a loop or all of them.
   *
   * @param outside what to say where there is no loop; null to leave all
   */
  void unwind(Position at, SSTNode statement, @Nullable String outside) {
    for (Block block : blocks) {
      if (block == Block.GROUP_HANDLER) {
        errors.add(at, "'break', 'continue' and 'return' cannot appear in an except* block");
        return;
      }
      if (block == Block.LOOP && outside != null) {
        return;
      }
    }
    if (outside != null) {
      errors.add(statement, outside);
    }
  }
}
