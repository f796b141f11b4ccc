// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an asset at a time.
 *
 * @param owner null while nobody answers for it
 * @param description null while it has none
 * @param describedColumns the first so many columns have a description
 * @param classification null while its sensitivity is not known; otherwise the truth
 * @param retained whether the retention policy of its class is attached
 * @param certified whether somebody vouches for it
 * @param contracted whether a contract or registered schema binds it
 * @param shared whether more than one team is meant to read it
 * @param traced whether its origin is recorded
 * @param checked whether checks run on it
 * @param approved whether its exposure was approved; true where there is none
 * @param protectedColumns the first so many sensitive columns are masked
 * @param encrypted whether it is encrypted with a key of the company
 * @param versioned whether old versions are kept
 * @param rows rows, or files of a bucket
 * @param changed when any of this but size last changed
 * @param written when its data was last written; null if never
 */
public record AssetState(
    @Nullable Person owner,
    @Nullable String description,
    int describedColumns,
    @Nullable Sensitivity classification,
    boolean retained,
    boolean certified,
    boolean contracted,
    boolean shared,
    boolean traced,
    boolean checked,
    Exposure exposure,
    boolean approved,
    int protectedColumns,
    boolean encrypted,
    boolean versioned,
    long rows,
    long bytes,
    Instant changed,
    @Nullable Instant written) {
  public AssetState {
    Objects.requireNonNull(exposure, "exposure");
    Objects.requireNonNull(changed, "changed");
  }

  /** Who can reach it. */
  public enum Exposure {
    /** Those who are granted it. */
    PRIVATE,
    /** Another company, by a share. */
    EXTERNAL,
    /** Anybody. */
    PUBLIC
  }

  /** Whether a column has a description. */
  public boolean describes(Column column) {
    return column.position() < describedColumns;
  }

  /** Whether a sensitive column of the asset is masked. */
  public boolean masks(Asset asset, Column column) {
    int place = asset.sensitiveColumns().indexOf(column);
    return place >= 0 && place < protectedColumns;
  }

  /** Described in the sense of the scoring model: text, and four columns in five. */
  public boolean isDescribed(Asset asset) {
    return description != null && describedColumns * 5 >= asset.columns().size() * 4;
  }
}
