/**
 * What the runtime's lock-free structures may come to under any interleaving; in the runtime's own
 * package, to reach them.
 */
package dev.weft.runtime;
