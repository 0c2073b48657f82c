package dev.weft.runtime.reactor;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a test on each backend. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest
@EnumSource(
    value = Backend.class,
    names = {"VIRTUAL_THREADS", "EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
@interface OnEachBackend {}
