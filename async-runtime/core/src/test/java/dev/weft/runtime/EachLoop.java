package dev.weft.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of one {@link AsyncRuntime.Backend} parameter, run with each way of the event loop. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@Timeout(60)
@EnumSource(
    value = AsyncRuntime.Backend.class,
    names = {"EVENT_LOOP_MOUNTED", "EVENT_LOOP_BATON"})
@interface EachLoop {}
