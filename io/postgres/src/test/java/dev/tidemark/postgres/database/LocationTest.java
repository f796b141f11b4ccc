// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://me:s%40cret%2F1@db.example.com:5433/tides?sslmode=require",
        "postgres://me:s%40cret%2F1@db.example.com:5433/tides?sslmode=require",
        "jdbc:postgresql://db.example.com:5433/tides?user=me&password=s%40cret%2F1&sslmode=require"
      })
  void everyFormNamesTheSamePlace(String url) {
    Location location = Location.parse(url);
    assertThat(location.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:5433/tides");
    assertThat(location.user()).isEqualTo("me");
    assertThat(location.parameters()).isEqualTo(Map.of("sslmode", "require"));
    assertThat(Objects.requireNonNull(location.password()).read("it").reveal())
        .isEqualTo("s@cret/1");
  }

  @Test
  void noPasswordIsShown() {
    Location location = Location.parse("postgresql://me:canary@h/d");
    assertThat(location.toString()).isEqualTo("postgresql://me@h/d");
    assertThat(String.valueOf(location.password())).isEqualTo("***");
  }

  @Test
  void aPasswordMayBeElsewhere() {
    Location location = Location.parse("postgresql://me:env:NOT_SET_ANYWHERE@h/d");
    SecretReference password = Objects.requireNonNull(location.password());
    assertThat(password.toString()).isEqualTo("environment NOT_SET_ANYWHERE");
    assertThatThrownBy(() -> password.read("the database password"))
        .hasMessageContaining("NOT_SET_ANYWHERE")
        .hasMessageContaining("the database password");
    assertThatThrownBy(() -> SecretReference.parse("file:/not/there").read("the key"))
        .hasMessageContaining("/not/there")
        .hasMessageContaining("the key");
  }

  @Test
  void theHostMayBeLeftOut() {
    assertThat(Location.parse("postgresql://me@/d").hosts()).isEqualTo("localhost:5432");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://me:canary@h/d", "postgresql://h/d", "postgresql://me:canary@h"})
  void whatIsMissingIsSaidWithoutThePassword(String url) {
    assertThatThrownBy(() -> Location.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user@host:5432/database")
        .hasMessageNotContaining("canary");
  }
}
