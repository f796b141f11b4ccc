// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Agents and bots, with the version that answers; deleted ones are told as such. */
final class AgentsStream implements RowStream {
  /** Long transactions show with the time at which they began. */
  private static final Duration LOOKBACK = Duration.ofMinutes(30);

  private static final int AT_ONCE = 300;

  private static final Column TIME =
      Column.time("SystemModstamp", "changed_at", "when anything of it last changed");

  private static final Columns COLUMNS =
      new Columns(
          "BotDefinition",
          List.of(
              Column.text("Id", "id", "identifier of 18 characters"),
              Column.text("DeveloperName", "name", "unique in the organisation"),
              Column.text("MasterLabel", "label", "what people call it"),
              Column.text("Description", "description", "what it is for").optional(),
              Column.text("Type", "type", "such as Bot or ExternalCopilot").optional(),
              Column.text("AgentType", "agent_type", "such as AgentforceServiceAgent").optional(),
              Column.text("BotUserId", "user_id", "as whom it acts").optional(),
              Column.flag("IsDeleted", "deleted", "always false: deleted ones are deletions"),
              TIME),
          List.of(
              new Field("active_version", "integer", "the one that answers; null if none"),
              new Field("at", "string", "when anything of it last changed")));

  private static final KeysetPass PASS =
      new KeysetPass(Session.Door.QUERY_ALL, COLUMNS, TIME, LOOKBACK, KeysetPass.Since.EVER);

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "agents",
        "Agents and bots: the version that answers, and whether there is one",
        StreamKind.UPSERT_WITH_DELETES,
        Duration.ofHours(1),
        LOOKBACK,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.MODEL_STATE, MetricNames.ENDPOINT_SEEN));
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public String cursor() {
    return "changed_at, ascending; ties by id; deleted ones among them";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    return PASS.page(session, draft, AgentsStream::complete, AgentsStream::add);
  }

  private static void add(List<KeysetPass.Found> found, PageDraft page) {
    for (KeysetPass.Found agent : found) {
      if (agent.row().path("IsDeleted").asBoolean(false)) {
        page.delete(agent.id(), agent.settlement());
      } else {
        page.add(agent.id(), agent.record(), agent.settlement());
      }
    }
  }

  private static void complete(Session session, List<KeysetPass.Found> found) {
    Map<String, JsonNode> versions = new HashMap<>();
    List<String> ids = found.stream().map(KeysetPass.Found::id).toList();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      lookUp(session, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), versions);
    }
    found.forEach(
        it -> {
          JsonNode version = versions.get(it.id());
          if (version != null) {
            it.record().set("active_version", version.path("VersionNumber"));
          }
        });
  }

  /** Of the versions of an agent one at most is active. */
  private static void lookUp(Session session, List<String> agents, Map<String, JsonNode> versions) {
    IdPages.each(
        session,
        Session.Door.QUERY,
        List.of("Id", "BotDefinitionId", "VersionNumber"),
        "BotVersion",
        row -> versions.put(row.path("BotDefinitionId").asText(), row),
        "BotDefinitionId IN " + Soql.texts(agents),
        "Status = 'Active'");
  }

  @Override
  public void normalise(Facts agent, NormaliseContext context, Emitter emitter) {
    Subject subject = Subjects.agent(context, agent.text("name"));
    boolean answers = agent.findCount("active_version").isPresent();
    Map<String, String> facts = new TreeMap<>();
    facts.put("registered", "true");
    facts.put("version.present", Boolean.toString(answers));
    facts.put("stage", answers ? "production" : "inactive");
    emitter.state(MetricNames.MODEL_STATE, subject, facts);
    if (answers) {
      Subject endpoint = new Subject("endpoint", subject.urn());
      emitter.state(MetricNames.ENDPOINT_SEEN, endpoint, facts);
    }
  }
}
