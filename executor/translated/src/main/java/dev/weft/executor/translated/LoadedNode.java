package dev.weft.executor.translated;

import dev.weft.executor.python.NodeKind;

/**
 * A class of a module, ready to be run as nodes.
 *
 * @param module the module
 * @param type the name of the class
 * @param shape what its code says about its nodes
 * @param kind what it says of itself
 */
record LoadedNode(CompiledModule module, String type, NodeShape shape, NodeKind kind) {}
