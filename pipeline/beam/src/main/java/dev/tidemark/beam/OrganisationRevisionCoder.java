// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.OrganisationRevision;
import java.io.IOException;

/** Writes and reads {@link OrganisationRevision}. */
public final class OrganisationRevisionCoder extends VersionedCoder<OrganisationRevision> {
  private static final long serialVersionUID = 1L;
  private static final OrganisationRevisionCoder INSTANCE = new OrganisationRevisionCoder();

  private OrganisationRevisionCoder() {
    super("OrganisationRevision");
  }

  public static OrganisationRevisionCoder of() {
    return INSTANCE;
  }

  @Override
  void write(OrganisationRevision value, FieldWriter out) throws IOException {
    StreamFields.organisation(value.organisation(), out);
    out.number(value.revision());
  }

  @Override
  OrganisationRevision read(FieldReader in) throws IOException {
    return new OrganisationRevision(StreamFields.organisation(in), in.number());
  }
}
