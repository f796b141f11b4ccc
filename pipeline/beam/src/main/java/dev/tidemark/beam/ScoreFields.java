// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.score.ScoreUpdate.AttributionRow;
import dev.tidemark.model.score.ScoreUpdate.Composite;
import dev.tidemark.model.score.ScoreUpdate.IndicatorRow;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the rows of a score travel. */
final class ScoreFields {
  private ScoreFields() {}

  static void composite(Composite row, FieldWriter out) throws IOException {
    out.word(row.name());
    out.real(row.score());
    out.real(row.low());
    out.real(row.high());
    out.real(row.coverage());
    out.optional(row.level(), (level, to) -> to.signed(level));
    out.word(row.levelState());
    real(row.previous(), out);
  }

  static Composite composite(FieldReader in) throws IOException {
    return new Composite(
        in.word(),
        in.real(),
        in.real(),
        in.real(),
        in.real(),
        in.optional(from -> Math.toIntExact(from.signed())),
        in.word(),
        real(in));
  }

  static void indicator(IndicatorRow row, FieldWriter out) throws IOException {
    out.word(row.indicator());
    out.word(row.stratum());
    out.word(row.state());
    real(row.raw(), out);
    real(row.numerator(), out);
    real(row.denominator(), out);
    real(row.n(), out);
    real(row.ageDays(), out);
    real(row.u(), out);
    out.real(row.e());
    real(row.g(), out);
    out.real(row.m());
  }

  static IndicatorRow indicator(FieldReader in) throws IOException {
    return new IndicatorRow(
        in.word(), in.word(), in.word(), real(in), real(in), real(in), real(in), real(in), real(in),
        in.real(), real(in), in.real());
  }

  static void attribution(AttributionRow row, FieldWriter out) throws IOException {
    out.word(row.composite());
    out.word(row.indicator());
    out.word(row.stratum());
    out.word(row.reason());
    out.real(row.contribution());
  }

  static AttributionRow attribution(FieldReader in) throws IOException {
    return new AttributionRow(in.word(), in.word(), in.word(), in.word(), in.real());
  }

  private static void real(@Nullable Double value, FieldWriter out) throws IOException {
    out.optional(value, (number, to) -> to.real(number));
  }

  private static @Nullable Double real(FieldReader in) throws IOException {
    return in.optional(FieldReader::real);
  }
}
