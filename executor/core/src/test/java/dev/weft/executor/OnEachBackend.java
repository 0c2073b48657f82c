package dev.weft.executor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that runs once on each backend, which it gets as its argument. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
    value = dev.weft.runtime.AsyncRuntime.Backend.class,
    names = {"VIRTUAL_THREADS", "EVENT_LOOP_BATON", "EVENT_LOOP_MOUNTED"})
@interface OnEachBackend {}
