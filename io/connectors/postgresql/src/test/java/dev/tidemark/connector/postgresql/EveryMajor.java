// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs the tests of a class once for each major version of PostgreSQL: every day for the oldest and
 * the newest, in continuous integration for those between, too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("majors")
@ParameterizedClass(name = "PostgreSQL {0}")
@ArgumentsSource(Majors.class)
@interface EveryMajor {}
