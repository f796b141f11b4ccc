// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.score.ScoreUpdate;
import java.io.IOException;
import java.time.LocalDate;

/** Writes and reads {@link ScoreUpdate}. */
public final class ScoreUpdateCoder extends VersionedCoder<ScoreUpdate> {
  private static final long serialVersionUID = 1L;
  private static final ScoreUpdateCoder INSTANCE = new ScoreUpdateCoder();

  private ScoreUpdateCoder() {
    super("ScoreUpdate");
  }

  public static ScoreUpdateCoder of() {
    return INSTANCE;
  }

  @Override
  void write(ScoreUpdate value, FieldWriter out) throws IOException {
    StreamFields.organisation(value.organisation(), out);
    out.text(value.model());
    out.number(value.revision());
    out.instant(value.asOf());
    out.optional(value.day(), (day, to) -> to.signed(day.toEpochDay()));
    out.text(value.status());
    out.all(value.composites(), ScoreFields::composite);
    out.all(value.indicators(), ScoreFields::indicator);
    out.all(value.attribution(), ScoreFields::attribution);
    out.text(value.card());
    out.text(value.document());
  }

  @Override
  ScoreUpdate read(FieldReader in) throws IOException {
    return new ScoreUpdate(
        StreamFields.organisation(in),
        in.text(),
        in.number(),
        in.instant(),
        in.optional(from -> LocalDate.ofEpochDay(from.signed())),
        in.text(),
        in.all(ScoreFields::composite),
        in.all(ScoreFields::indicator),
        in.all(ScoreFields::attribution),
        in.text(),
        in.text());
  }
}
