/** Pipelines and nodes for Project Reactor. */
@NullMarked
package dev.weft.executor.reactor;

import org.jspecify.annotations.NullMarked;
