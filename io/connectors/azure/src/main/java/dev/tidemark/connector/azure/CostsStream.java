// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.authoring.Records;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each day cost, by service and by whether a tag says who pays. */
final class CostsStream implements SlicedStream {
  private static final String DOLLARS = "USD";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "costs",
        "Costs by day and service",
        StreamKind.UPSERT,
        Duration.ofHours(12),
        Duration.ofHours(24),
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.COST));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription that is billed"),
        new Field("service", "string", "what it was paid for"),
        new Field(
            "allocated", "boolean", "whether the tag says who pays; null where none is named"),
        new Field("amount", "number", "how much, in the currency"),
        new Field("currency", "string", "in which it is billed"),
        new Field("at", "string", "the day, from its beginning in UTC"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("subscription", "at", "service", "allocated");
  }

  @Override
  public String cursor() {
    return "at, ascending; ties by subscription, service and allocated";
  }

  /** A bill of a day changes for three days after it. */
  @Override
  public Duration lookback() {
    return Duration.ofDays(4);
  }

  /** The vendor tells days of at most 31 at once. */
  @Override
  public Duration widest() {
    return Duration.ofDays(28);
  }

  @Override
  public Optional<Slice> slice(Session session, Instant from, Instant to, int most) {
    SortedMap<String, Happening> days = new TreeMap<>();
    Skipped skipped = Skipped.NOTHING;
    for (String subscription : Resources.subscriptions(session)) {
      try {
        CostQuery.rows(session, subscription, from, to).stream()
            .map(row -> happening(subscription, row, session))
            .filter(day -> !day.at().isBefore(from) && day.at().isBefore(to))
            .forEach(day -> days.merge(day.key(), day, CostsStream::sum));
      } catch (ConnectorException refusal) {
        if (!Part.isRefusedBy(refusal)) {
          throw refusal;
        }
        skipped = Skipped.SOMETHING;
      }
    }
    return days.size() > most
        ? Optional.empty()
        : Optional.of(new Slice(List.copyOf(days.values()), skipped));
  }

  private Happening happening(String subscription, JsonNode row, Session session) {
    Instant day = CostQuery.day(row);
    String service = row.path("ServiceName").asText();
    ObjectNode record = Records.blank(fields()).put("subscription", subscription);
    Copies.put(record, "service", row.path("ServiceName"));
    Copies.put(record, "amount", row.path("Cost"));
    Copies.put(record, "currency", row.path("Currency"));
    if (session.scope().costTag().isPresent()) {
      record.put("allocated", Records.isSaid(row.path("TagValue").textValue()));
    }
    record.put("at", day.toString());
    String key =
        Keys.path(subscription, day.toString(), service)
            + Keys.encoded(record.path("allocated").asText());
    return new Happening(day, key, record, true);
  }

  /** Values of the tag add up; what is no number stays, to be rejected. */
  private static Happening sum(Happening one, Happening other) {
    JsonNode amount = one.record().path("amount");
    JsonNode more = other.record().path("amount");
    if (!amount.isNumber()) {
      return one;
    }
    if (more.isNumber()) {
      other.record().put("amount", amount.doubleValue() + more.doubleValue());
    }
    return other;
  }

  /** Credits make a day cost less than nothing, which the catalogue does not know. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    double amount = record.number("amount");
    if (!record.text("currency").equals(DOLLARS) || amount < 0) {
      return;
    }
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("service", record.text("service").toLowerCase(Locale.ROOT));
    attributes.put("currency", DOLLARS);
    record.findFlag("allocated").ifPresent(it -> attributes.put("allocated", it.toString()));
    emitter.sum(MetricNames.COST, amount, null, Attributes.of(attributes));
  }
}
