/** Between the async runtime and Project Reactor. */
@NullMarked
package dev.weft.runtime.reactor;

import org.jspecify.annotations.NullMarked;
