// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidemark.postgres.admin.ModelDecisions.Decision;
import dev.tidemark.postgres.admin.ModelDecisions.Wish;
import dev.tidemark.postgres.admin.Models.Model;
import dev.tidemark.postgres.ledger.Fixture;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which model counts, decided on the grounds of what somebody saw. */
class ModelDecisionsTest {
  private static final SortedMap<String, String> SEEN =
      new TreeMap<>(Map.of("core-1", "active", "core-2", "draft"));

  @Test
  void aModelIsActivatedWhileOthersStandAsTheyWereSeen() {
    try (Fixture own = Fixture.fresh();
        Administration people = Administration.of(own.access)) {
      people.models().register("core-1", "1.0.0", "a: 1");
      people.models().register("core-2", "2.0.0", "a: 2");
      people.models().activate("core-1");
      assertThat(people.decisions().last("core-1")).isEmpty();
      Wish wish = new Wish("core-2", SEEN, "Ada", "it is time");
      assertThat(people.decisions().activate(wish)).isTrue();
      assertThat(people.models().list())
          .extracting(Model::id, Model::status)
          .containsExactly(tuple("core-1", "retired"), tuple("core-2", "active"));
      assertThat(people.decisions().last("core-2"))
          .get()
          .extracting(Decision::actor, Decision::purpose)
          .containsExactly("Ada", "it is time");
      Wish late = new Wish("core-1", SEEN, "Bea", "I saw it before");
      assertThat(people.decisions().activate(late)).isFalse();
      assertThat(people.decisions().activate(new Wish("core-3", SEEN, "Bea", "none"))).isFalse();
      assertThat(people.models().find("core-2"))
          .get()
          .extracting(Model::status)
          .isEqualTo("active");
      assertThat(people.decisions().last("core-1")).isEmpty();
    }
  }
}
