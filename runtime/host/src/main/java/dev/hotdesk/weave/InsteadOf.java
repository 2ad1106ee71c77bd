package dev.hotdesk.weave;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what woven code calls instead of a method of the JDK. It has the same name and parameters,
 * after the object that it is called on, if any; and if its last parameter is a class that the
 * original lacks, it is given the calling class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InsteadOf {

  /** The class that declares the original. */
  Class<?> value();

  /** Whether the original has no object. */
  boolean isStatic() default false;

  /** Whether it is given the calling class. */
  boolean wantsCaller() default false;
}
