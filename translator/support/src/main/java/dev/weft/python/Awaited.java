package dev.weft.python;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that Python awaits. Typed code awaits every call of it there and then; where only run
 * time knows what is called, a call is a coroutine, which may be made into a task.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Awaited {}
