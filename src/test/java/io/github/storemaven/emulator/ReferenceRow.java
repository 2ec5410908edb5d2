package io.github.storemaven.emulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The row of the reference that a test method is about, where it is not in a table of {@link ReferenceRows}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ReferenceRow {
    /** Its number, or several with a space between them. */
    String value();

    /** How the reference knows it. */
    ReferenceRows.Mark mark() default ReferenceRows.Mark.DOCUMENTED;
}
