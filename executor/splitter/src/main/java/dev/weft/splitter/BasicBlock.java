package dev.weft.splitter;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * A run of instructions that is entered at its first one and left at its last one.
 *
 * @param id the block's number in its {@link FlowGraph}
 * @param body the instructions, without labels and without the terminator
 * @param terminator the jump, switch, return or throw at the end; null where control falls through
 * @param successors the blocks that may follow. For a conditional jump the taken branch and the
 *     other; for a switch the default and then one for each key
 * @param size the bytes of the body and the terminator
 * @param head the types of the local variables and of the operand stack on entry
 * @param uses the local variables that are read before they are written
 * @param writes the local variables that are written
 */
record BasicBlock(
    int id,
    List<AbstractInsnNode> body,
    @Nullable AbstractInsnNode terminator,
    List<Integer> successors,
    int size,
    Frame<BasicValue> head,
    BitSet uses,
    BitSet writes) {}
