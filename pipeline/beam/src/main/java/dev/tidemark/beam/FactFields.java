// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.stream.FactChanges;
import java.io.IOException;
import java.util.TreeMap;

/** How facts and populations travel. */
final class FactFields {
  private FactFields() {}

  static void subject(Subject subject, FieldWriter out) throws IOException {
    out.word(subject.type());
    out.text(subject.urn());
  }

  static Subject subject(FieldReader in) throws IOException {
    return new Subject(in.word(), in.text());
  }

  static void population(Population population, FieldWriter out) throws IOException {
    WindowFields.stratum(population.stratum(), out);
    out.word(population.kind());
    out.number(population.visible());
    out.number(population.eligible());
  }

  static Population population(FieldReader in) throws IOException {
    return new Population(WindowFields.stratum(in), in.word(), in.number(), in.number());
  }

  static void changes(FactChanges changes, FieldWriter out) throws IOException {
    out.flag(changes.truncated());
    out.all(changes.replaced(), StreamFields::range);
    out.all(changes.deleted(), (key, to) -> to.text(key));
    out.all(changes.upserts(), FactFields::facts);
  }

  static FactChanges changes(FieldReader in) throws IOException {
    return new FactChanges(
        in.flag(),
        in.all(StreamFields::range),
        in.all(FieldReader::text),
        in.all(FactFields::facts));
  }

  private static void facts(AssetFacts facts, FieldWriter out) throws IOException {
    out.text(facts.recordKey());
    WindowFields.stratum(facts.stratum(), out);
    subject(facts.asset(), out);
    WindowFields.words(new TreeMap<>(facts.facts()), out);
  }

  private static AssetFacts facts(FieldReader in) throws IOException {
    return new AssetFacts(in.text(), WindowFields.stratum(in), subject(in), WindowFields.words(in));
  }
}
