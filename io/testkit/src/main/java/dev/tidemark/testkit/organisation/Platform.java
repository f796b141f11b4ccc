// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.List;
import java.util.Locale;

/** The platforms the company uses, each through one account. */
public enum Platform {
  /** The warehouse. */
  SNOWFLAKE(70, 8, 240, 1, 0.70),
  /** Buckets, the lake's catalogue and jobs, a second warehouse, models. */
  AWS(35, 6, 120, 4, 0.40),
  /** The lakehouse, jobs, models and endpoints. */
  DATABRICKS(45, 8, 160, 5, 0.45),
  /** Storage, orchestration, models, posture and cost. */
  AZURE(25, 6, 40, 3, 0.30),
  /** Customers, and what is known of them. */
  SALESFORCE(25, 2, 80, 1, 0.60);

  private final int assets;
  private final int pipelines;
  private final int queries;
  private final int models;
  private final double reach;

  Platform(int assets, int pipelines, int queries, int models, double reach) {
    this.assets = assets;
    this.pipelines = pipelines;
    this.queries = queries;
    this.models = models;
    this.reach = reach;
  }

  /** The connector type that reads it. */
  public String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which of the platforms it is, from 0. */
  int number() {
    return List.of(values()).indexOf(this);
  }

  /** Assets per unit of size. */
  int assets() {
    return assets;
  }

  /** Pipelines per unit of size. */
  int pipelines() {
    return pipelines;
  }

  /** Queries a day per unit of size, on a working day of the past. */
  int queries() {
    return queries;
  }

  /** Models per unit of size. */
  int models() {
    return models;
  }

  /** The share of people who may use it. */
  double reach() {
    return reach;
  }
}
