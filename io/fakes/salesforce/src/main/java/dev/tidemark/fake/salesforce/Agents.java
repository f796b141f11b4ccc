// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Model;
import dev.tidemark.testkit.organisation.ModelState;
import dev.tidemark.testkit.organisation.ModelVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Rows of BotDefinition and BotVersion: the company's models are agents here. */
final class Agents {
  static final String FIELDS =
      "Id DeveloperName MasterLabel Description Type AgentType BotUserId BotSource IsDeleted"
          + " CreatedDate CreatedById LastModifiedDate SystemModstamp";

  static final String VERSION_FIELDS =
      "Id BotDefinitionId DeveloperName VersionNumber Status IsDeleted CreatedDate SystemModstamp";

  private final Account account;
  private final InstantSource clock;

  Agents(Account account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  Stream<ObjectNode> definitions(Instant from) {
    Instant now = clock.instant();
    return account.models(now).stream().map(model -> definition(model, now));
  }

  private ObjectNode definition(Model model, Instant now) {
    ModelState state = account.state(model, now);
    Instant changed = state.changed().isAfter(now) ? model.created() : state.changed();
    ObjectNode row = row(id(model), model.name().replace('-', '_'), changed);
    return row.put("Description", state.assessed() == null ? null : "Answers " + model.name());
  }

  Stream<ObjectNode> versions(Instant from) {
    Instant now = clock.instant();
    return account.models(now).stream().flatMap(model -> versions(model, now));
  }

  private Stream<ObjectNode> versions(Model model, Instant now) {
    List<ModelVersion> versions = account.versions(model, now);
    return versions.stream()
        .map(version -> version(version, version.equals(versions.get(versions.size() - 1))));
  }

  private static ObjectNode version(ModelVersion version, boolean newest) {
    return versionRow(
        Ids.of("0Xv", UUID.fromString(version.id())),
        id(version.model()),
        version.number(),
        newest ? "Active" : "Inactive",
        version.registered());
  }

  static ObjectNode row(String id, String name, Instant at) {
    return Json.object()
        .put("Id", id)
        .put("DeveloperName", name)
        .put("MasterLabel", name.replace('_', ' '))
        .put("Description", "An agent")
        .put("Type", "ExternalCopilot")
        .put("AgentType", "AgentforceServiceAgent")
        .put("BotUserId", Ids.of("005", 999))
        .put("BotSource", "None")
        .put("IsDeleted", false)
        .put("CreatedDate", SoqlTime.text(at))
        .put("CreatedById", Ids.of("005", 1))
        .put("LastModifiedDate", SoqlTime.text(at))
        .put("SystemModstamp", SoqlTime.text(at));
  }

  static ObjectNode versionRow(String id, String bot, int number, String status, Instant at) {
    return Json.object()
        .put("Id", id)
        .put("BotDefinitionId", bot)
        .put("DeveloperName", "v" + number)
        .put("VersionNumber", number)
        .put("Status", status)
        .put("IsDeleted", false)
        .put("CreatedDate", SoqlTime.text(at))
        .put("SystemModstamp", SoqlTime.text(at));
  }

  private static String id(Model model) {
    return Ids.of("0Xx", 1 + model.index());
  }
}
