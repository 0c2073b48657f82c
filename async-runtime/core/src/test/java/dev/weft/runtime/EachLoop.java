package dev.weft.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a test on both ways of the event loop, which is its parameter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest
@EnumSource(
    value = AsyncRuntime.Backend.class,
    names = {"EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
@Timeout(30)
@interface EachLoop {}
