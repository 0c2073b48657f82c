/**
 * The goals of weft-maven-plugin: Python sources are translated to Java, or checked, in a build.
 */
@NullMarked
package dev.weft.maven;

import org.jspecify.annotations.NullMarked;
