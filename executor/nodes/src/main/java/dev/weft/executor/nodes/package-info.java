/** The built-in nodes. Each class is a node type; its name is the type's name in a manifest. */
@NullMarked
package dev.weft.executor.nodes;

import org.jspecify.annotations.NullMarked;
