// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.LedgerAccess;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Keeps dead letters. Equal ones are one, in any order and however often they come. */
public final class WriteRejected extends PTransform<PCollection<RejectedRecord>, PDone> {
  private final LedgerAccess access;

  private WriteRejected(LedgerAccess access) {
    this.access = access;
  }

  public static WriteRejected to(LedgerAccess access) {
    return new WriteRejected(access);
  }

  @Override
  public PDone expand(PCollection<RejectedRecord> rejected) {
    rejected.apply("Write", ParDo.of(new WriteRejectedFn(access)));
    return PDone.in(rejected.getPipeline());
  }
}
