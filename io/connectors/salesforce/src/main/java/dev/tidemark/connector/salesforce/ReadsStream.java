// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who read which object in an hour: reports and requests, as event log files tell. */
final class ReadsStream implements SourceStream<Session> {
  static final String NAME = "reads";

  /** Within three days of an event its file is made, the vendor says. */
  static final Duration LATENCY = Duration.ofDays(3);

  static final List<Field> FIELDS =
      List.of(
          new Field("id", "string", "the file, and what follows"),
          new Field("file", "string", "identifier of the event log file"),
          new Field("source", "string", "type of event: Report or ApiTotalUsage"),
          new Field("operation", "string", "report, query or read"),
          new Field("outcome", "string", "succeeded, failed, or empty where not told"),
          new Field("user_id", "string", "who, an identifier of 18 characters"),
          new Field("user_kind", "string", "human, service, or empty for guests and portals"),
          new Field("objects", "array", "what was read"),
          new Field("assets", "array", "those of them that hold the organisation's data"),
          new Field("times", "integer", "how often within the hour"),
          new Field("at", "string", "when the hour began"));

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        NAME,
        "Reads of objects: reports run and API requests by hour, from event log files",
        StreamKind.APPEND,
        Duration.ofHours(1),
        LATENCY,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_READ, MetricNames.ASSET_STATE, MetricNames.QUERY));
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public List<String> primaryKey() {
    return List.of("id");
  }

  @Override
  public String cursor() {
    return "creation of the file, ascending; ties by its id, then by the use within it";
  }

  /** Not to be allowed to see the files is a lack the stream org tells of, and no failure. */
  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    try {
      return new ReadsPass(session, draft).page();
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal) || !draft.isEmpty()) {
        throw refusal;
      }
      return draft.told(
          ReadPosition.at(draft.request().position().settled()), PageDraft.More.NO, null);
    }
  }

  @Override
  public void normalise(Facts use, NormaliseContext context, Emitter emitter) {
    String consumer = use.text("user_kind");
    long times = use.count("times");
    if (!consumer.isEmpty() && !use.text("operation").equals("read")) {
      emitter.sum(
          MetricNames.QUERY,
          (double) times,
          null,
          Subjects.attributes("consumer", consumer, "outcome", use.text("outcome")));
    }
    if (!use.text("outcome").equals("failed")) {
      read(use, context, emitter);
    }
  }

  private static void read(Facts use, NormaliseContext context, Emitter emitter) {
    String consumer = use.text("user_kind");
    Attributes attributes = Subjects.attributes("consumer", consumer);
    List<String> assets = use.texts("assets");
    for (String asset : assets) {
      emitter.sum(MetricNames.ASSET_READ, (double) use.count("times"), null, attributes);
      emitter.state(
          MetricNames.ASSET_STATE,
          Subjects.object(context, asset),
          Map.of("read.day", Emitter.day(emitter.at())));
    }
    if (!assets.isEmpty() && !consumer.isEmpty()) {
      emitter.member(
          MetricNames.ASSET_READ, Subjects.user(context, use.text("user_id")), attributes);
    }
  }
}
