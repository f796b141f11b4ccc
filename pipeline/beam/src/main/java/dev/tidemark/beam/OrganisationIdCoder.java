// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.OrganisationId;
import java.io.IOException;

/** Writes and reads {@link OrganisationId}. */
public final class OrganisationIdCoder extends VersionedCoder<OrganisationId> {
  private static final long serialVersionUID = 1L;
  private static final OrganisationIdCoder INSTANCE = new OrganisationIdCoder();

  private OrganisationIdCoder() {
    super("OrganisationId");
  }

  public static OrganisationIdCoder of() {
    return INSTANCE;
  }

  @Override
  void write(OrganisationId value, FieldWriter out) throws IOException {
    StreamFields.organisation(value, out);
  }

  @Override
  OrganisationId read(FieldReader in) throws IOException {
    return StreamFields.organisation(in);
  }
}
