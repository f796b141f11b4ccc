// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.Volume;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** How the parts of a page travel. */
final class StreamFields {
  private StreamFields() {}

  static void organisation(OrganisationId id, FieldWriter out) throws IOException {
    out.uuid(id.value());
  }

  static OrganisationId organisation(FieldReader in) throws IOException {
    return new OrganisationId(in.uuid());
  }

  static void stream(StreamId id, FieldWriter out) throws IOException {
    organisation(id.organisation(), out);
    out.uuid(id.connector().value());
    out.text(id.name());
  }

  static StreamId stream(FieldReader in) throws IOException {
    return new StreamId(organisation(in), new ConnectorId(in.uuid()), in.text());
  }

  static void lease(Lease lease, FieldWriter out) throws IOException {
    out.uuid(lease.token());
  }

  static Lease lease(FieldReader in) throws IOException {
    return new Lease(in.uuid());
  }

  static void cursor(Cursor cursor, FieldWriter out) throws IOException {
    out.word(cursor.json());
  }

  static Cursor cursor(FieldReader in) throws IOException {
    return new Cursor(in.word());
  }

  static void stamp(PageStamp stamp, FieldWriter out) throws IOException {
    lease(stamp.lease(), out);
    out.number(stamp.sequence());
    position(stamp.before(), out);
    position(stamp.after(), out);
    out.choice(stamp.step());
  }

  static PageStamp stamp(FieldReader in) throws IOException {
    return new PageStamp(
        lease(in), in.number(), position(in), position(in), in.choice(PassStep.class));
  }

  static void change(Change change, FieldWriter out) throws IOException {
    out.choice(change.operation());
    out.choice(change.settlement());
    out.text(change.key());
    out.bytes(change.payload());
  }

  static Change change(FieldReader in) throws IOException {
    return new Change(
        in.choice(Operation.class), in.choice(Settlement.class), in.text(), in.bytes());
  }

  static void range(KeyRange range, FieldWriter out) throws IOException {
    out.optional(range.after(), (text, to) -> to.text(text));
    out.optional(range.through(), (text, to) -> to.text(text));
  }

  static KeyRange range(FieldReader in) throws IOException {
    return new KeyRange(in.optional(FieldReader::text), in.optional(FieldReader::text));
  }

  static void volume(Volume volume, FieldWriter out) throws IOException {
    out.number(volume.pages());
    out.number(volume.records());
    out.number(volume.bytes());
    out.number(volume.calls());
    out.all(volume.cost().amounts().entrySet(), StreamFields::amount);
  }

  /** Costs came with the second layout of whatever holds a volume. */
  static Volume volume(FieldReader in) throws IOException {
    Volume volume = new Volume(in.number(), in.number(), in.number(), in.number());
    if (in.version() > 1) {
      for (Cost amount : in.all(StreamFields::amount)) {
        volume = volume.costing(amount);
      }
    }
    return volume;
  }

  private static void amount(Map.Entry<CostUnit, BigDecimal> amount, FieldWriter out)
      throws IOException {
    out.word(amount.getKey().name());
    out.text(amount.getValue().toPlainString());
  }

  private static Cost amount(FieldReader in) throws IOException {
    return Cost.of(in.word(), new BigDecimal(in.text()));
  }

  private static void position(ReadPosition position, FieldWriter out) throws IOException {
    cursor(position.settled(), out);
    cursor(position.position(), out);
  }

  private static ReadPosition position(FieldReader in) throws IOException {
    return new ReadPosition(cursor(in), cursor(in));
  }
}
