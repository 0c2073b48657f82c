/** Manifests and items as JSON: reading with positions, and writing. */
@NullMarked
package dev.weft.executor.manifest;

import org.jspecify.annotations.NullMarked;
