// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Charge;
import dev.tidemark.testkit.organisation.Grant;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Who may do what in the subscription, what it costs and how secure Defender finds it. */
record TidewaterPeople(Account account, Instant now) {
  private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
  private static final String SUBSCRIPTION = "/subscriptions/" + World.SUBSCRIPTION;
  private static final Duration BILLED = Duration.ofDays(60);
  private static final double MOST_POINTS = 58;

  void fill(World world) {
    for (Person person : account.people(now)) {
      assign("reader-" + person.index(), person, READER, person.joined(), world);
    }
    for (Grant grant : account.grants()) {
      if (grant.holds(now)) {
        boolean isOwner = grant.role().endsWith("_admin");
        String role = isOwner ? OWNER : CONTRIBUTOR;
        assign("grant-" + grant.index(), grant.holder(), role, grant.granted(), world);
      }
    }
    double score = MOST_POINTS * account.posture(now);
    world.put(Kind.SECURE_SCORE, Governed.score("ascScore", score, MOST_POINTS));
    account.charges(new TimeRange(now.minus(BILLED), now)).forEach(it -> charge(it, world));
  }

  private static void assign(String name, Person person, String role, Instant since, World world) {
    world.put(
        Kind.ROLE_ASSIGNMENT,
        Governed.assignment(
            uuid(name),
            uuid("person-" + person.index()),
            person.isHuman() ? "User" : "ServicePrincipal",
            role,
            SUBSCRIPTION,
            since));
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void charge(Charge charge, World world) {
    LocalDate day = LocalDate.ofInstant(charge.begun(), ZoneOffset.UTC);
    String service =
        switch (charge.service()) {
          case "storage" -> "Storage";
          case "ai" -> "Azure Machine Learning";
          default -> "Azure Data Factory v2";
        };
    Map<String, String> tags =
        charge.team() == null ? Map.of() : Map.of("team", charge.team().name());
    world.bill().add(new Bill.Line(day, service, tags, charge.dollars()));
  }
}
