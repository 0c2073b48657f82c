/**
 * Tests of asynchronous code: {@link dev.weft.runtime.test.RuntimeTest} and {@link
 * dev.weft.runtime.test.ExploreSchedules}.
 */
@NullMarked
package dev.weft.runtime.test;

import org.jspecify.annotations.NullMarked;
