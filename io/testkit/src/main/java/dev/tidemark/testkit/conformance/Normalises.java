// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.event.EventCheck;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.UnusableRecordException;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.StreamDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/** A record becomes the metric events it must, wherever and whenever that is done. */
final class Normalises implements Contract {
  private static final List<String> ZONES = List.of("America/St_Johns", "Pacific/Apia");

  @Override
  public String checks() {
    return "golden records become their events, valid in the catalogue, in any time zone; no zero"
        + " of nothing";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    for (StreamDescription stream : candidate.streams()) {
      new OneStream(candidate, stream, findings, Golden.of(candidate.type(), stream.name()))
          .examine();
    }
  }

  private record OneStream(
      Candidate candidate, StreamDescription stream, Findings findings, List<Golden> goldens) {
    void examine() {
      if (goldens.isEmpty()) {
        missing();
        return;
      }
      Set<String> metrics = new HashSet<>();
      for (Golden golden : goldens) {
        List<MetricEvent> events = golden.normalised(candidate.type());
        events.forEach(event -> metrics.add(event.metric()));
        events.forEach(event -> valid(golden, event));
        expected(golden, EventDocument.of(events));
        anywhere(golden, EventDocument.of(events));
        emptyIsNotZero(golden, EventDocument.of(events));
      }
      declared(metrics);
      findings.proved();
    }

    private void missing() {
      broken(
          "there is no golden record",
          "write golden/"
              + stream.name()
              + ".events.json among the resources beside the type's class");
    }

    private void expected(Golden golden, JsonNode events) {
      if (!golden.events().equals(events)) {
        broken(
            golden.why() + ": the record became " + events.toPrettyString(),
            "where that is right, make it the golden record's events");
      }
    }

    private void valid(Golden golden, MetricEvent event) {
      try {
        new EventCheck(MetricCatalogue.standard()).check(event, golden.context().observedAt());
      } catch (UnusableRecordException wrong) {
        broken(golden.why() + ": " + wrong.getMessage(), "emit what the catalogue says");
      }
      if (!stream.metrics().contains(event.metric())) {
        broken(event.metric() + " is emitted and not declared", "declare it for the stream");
      }
    }

    private void declared(Set<String> emitted) {
      Set<String> silent = new TreeSet<>(stream.metrics());
      silent.removeAll(emitted);
      if (!silent.isEmpty()) {
        broken("no golden record becomes " + silent, "add one that does, or declare it no more");
      }
    }

    private void anywhere(Golden golden, JsonNode events) {
      for (String zone : ZONES) {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
          TimeZone.setDefault(TimeZone.getTimeZone(zone));
          Locale.setDefault(Locale.forLanguageTag("tr-TR"));
          if (!EventDocument.of(golden.normalised(candidate.type())).equals(events)) {
            broken(
                golden.why() + ": in " + zone + " the record becomes other events",
                "use UTC and Locale.ROOT, never the machine's own");
          }
        } finally {
          TimeZone.setDefault(zoneBefore);
          Locale.setDefault(localeBefore);
        }
      }
    }

    /** Where a zero makes events, the same field left empty must not make the same ones. */
    private void emptyIsNotZero(Golden golden, JsonNode events) {
      golden
          .record()
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isNumber()) {
                  emptyIsNotZero(golden, field.getKey(), events);
                }
              });
    }

    private void emptyIsNotZero(Golden golden, String field, JsonNode events) {
      JsonNodeFactory nodes = JsonNodeFactory.instance;
      Optional<JsonNode> zero = changed(golden, field, nodes.numberNode(0));
      Optional<JsonNode> empty = changed(golden, field, nodes.nullNode());
      boolean matters = zero.isPresent() && !zero.get().equals(events);
      if (matters && zero.equals(empty)) {
        broken(
            golden.why() + ": field " + field + " left empty is taken for zero",
            "emit nothing of what is not known");
      }
    }

    private Optional<JsonNode> changed(Golden golden, String field, JsonNode value) {
      ObjectNode record = golden.record().deepCopy();
      record.set(field, value);
      try {
        return Optional.of(EventDocument.of(golden.with(record).normalised(candidate.type())));
      } catch (ConnectorException unusable) {
        if (unusable.category() != Category.DATA) {
          broken(
              golden.why()
                  + ": with "
                  + field
                  + " "
                  + value
                  + " it is rejected by "
                  + unusable.category(),
              "reject a record by DATA, naming what is wrong with it");
        }
        return Optional.empty();
      }
    }

    private void broken(String seen, String fix) {
      findings.broken("stream " + stream.name() + ": " + seen, fix);
    }
  }
}
