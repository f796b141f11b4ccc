// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import java.util.List;
import java.util.function.Function;

/** A connector or an outlet, and the organisation that has it. */
public record Owned<T>(Organisation owner, T entry) {
  /** All that organisations have, by organisation. */
  public static <T> List<Owned<T>> all(
      Administration administration, Function<OrganisationId, List<T>> entries) {
    return of(administration.organisations().list(), entries);
  }

  /** All that these have. */
  static <T> List<Owned<T>> of(
      List<Organisation> owners, Function<OrganisationId, List<T>> entries) {
    return owners.stream()
        .flatMap(owner -> entries.apply(owner.id()).stream().map(it -> new Owned<>(owner, it)))
        .toList();
  }
}
