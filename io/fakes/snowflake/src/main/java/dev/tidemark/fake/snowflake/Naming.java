// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Column;
import dev.tidemark.testkit.organisation.Grant;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Pipeline;
import java.util.Locale;

/** What things of the company are called in the account, and their numbers there. */
final class Naming {
  private static final long TABLES = 1_000;
  private static final long COLUMNS = 1_000_000;
  private static final int COLUMNS_OF_A_TABLE = 1_000;

  private Naming() {}

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  static long id(Asset asset) {
    return TABLES + asset.index();
  }

  static long id(Asset asset, Column column) {
    return COLUMNS + (long) asset.index() * COLUMNS_OF_A_TABLE + column.position();
  }

  /** A number for a name. */
  static long id(String name) {
    return 1 + (name.hashCode() & 0xFFFFFFL);
  }

  static String path(Asset asset) {
    return upper(asset.path());
  }

  static String user(Person person) {
    return upper(person.login());
  }

  static String type(Person person) {
    return person.isHuman() ? "PERSON" : "SERVICE";
  }

  /** The system's own role that comes closest to a privileged one of the company. */
  static String role(Grant grant) {
    String role = grant.role();
    if (role.contains("security")) {
      return "SECURITYADMIN";
    }
    if (role.contains("user") || role.contains("identity")) {
      return "USERADMIN";
    }
    return role.contains("account") || role.contains("owner") ? "ACCOUNTADMIN" : "SYSADMIN";
  }

  static String database(Pipeline pipeline) {
    return pipeline.writes().isEmpty() ? "PIPELINES" : upper(pipeline.writes().get(0).database());
  }
}
