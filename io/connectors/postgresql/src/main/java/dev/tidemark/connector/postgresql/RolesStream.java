// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Each role by its number: what it may do, and whether it does anything. */
final class RolesStream implements ServerPart {
  private final RoleEvents events = new RoleEvents();

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "roles",
        "Roles: who may connect, who is active, privileges held and in use",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.ENTITLED, MetricNames.ACTIVE, MetricNames.PRIVILEGED, MetricNames.USED));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("role", "integer", "number of the role; its name is never read"),
        new Field("login", "boolean", "whether it may log in"),
        new Field("expired", "boolean", "whether its password has expired"),
        new Field("connects", "boolean", "whether it may connect to a database that is read"),
        new Field("superuser", "boolean", "whether no permission check holds for it"),
        new Field("createrole", "boolean", "whether it may make roles"),
        new Field("createdb", "boolean", "whether it may make databases"),
        new Field("replication", "boolean", "whether it may copy the whole server"),
        new Field("bypassrls", "boolean", "whether row-level security does not hold for it"),
        new Field("memberships", "array", "privileged predefined roles it is a member of"),
        new Field("sessions", "integer", "client sessions now; null without permission"),
        new Field("calls", "integer", "queries it ran; null without pg_stat_statements"),
        new Field(
            "ran_statements",
            "boolean",
            "whether it ran any since the last pass; null if that cannot be told"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("role");
  }

  @Override
  public Fetched fetch(Visit visit, PageDraft draft) {
    return new RolesPage(visit, draft).read();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }
}
