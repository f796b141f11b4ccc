// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A model of the company's own, or one it uses.
 *
 * @param index from 0 in its account
 * @param name unique in its account
 * @param created when it was made
 * @param trainedOn what it was made from
 */
public record Model(
    Platform platform, int index, String name, Team team, Instant created, List<Asset> trainedOn) {
  public Model {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(created, "created");
    trainedOn = List.copyOf(trainedOn);
  }
}
