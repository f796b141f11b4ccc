// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;

/**
 * Versions that follow the model Tidemark ships.
 *
 * @param version its version
 * @param yaml its text
 */
public record OtherModel(String version, String yaml) {
  /** Owners weigh more, classes less. */
  public static OtherModel minor() {
    return core("1.1.0").replacing("GOV.OWN", "0.25", "0.40").replacing("GOV.CLS", "0.25", "0.10");
  }

  /** Owners are asked for by an indicator of another name: the old one says nothing of it. */
  static OtherModel renamed() {
    OtherModel next = core("1.2.0").replacing("GOV.OWN", "0.25", "0.40");
    return new OtherModel(
            next.version,
            next.replacing("GOV.CLS", "0.25", "0.10").yaml.replace("GOV.OWN:", "GOV.WHO:"))
        .checked();
  }

  /** Only words differ. */
  static OtherModel patch() {
    OtherModel next = core("1.0.1");
    return new OtherModel(next.version, next.yaml.replace("\"owned\"", "\"with an owner\""))
        .checked();
  }

  private static OtherModel core(String version) {
    return new OtherModel(
        version, CoreModel.text().replace("version: 1.0.0", "version: " + version));
  }

  private OtherModel replacing(String indicator, String weight, String other) {
    String head = indicator + ":\n    dimension: " + indicator.substring(0, 3) + "\n    weight: ";
    return new OtherModel(version, yaml.replace(head + weight, head + other)).checked();
  }

  private OtherModel checked() {
    if (yaml.equals(CoreModel.text())) {
      throw new IllegalStateException("the core model has changed: nothing was replaced");
    }
    return this;
  }

  /** Id and version. */
  public String id() {
    return MaturityModel.core().id() + " " + version;
  }

  /** Registers it as a draft. */
  OtherModel in(ScoredDatabase database) {
    database.administration.models().register(id(), version, yaml);
    return this;
  }
}
