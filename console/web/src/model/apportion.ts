// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Numbers as they are printed, with so many decimals, whose printed sum is the printed total: each is
 * rounded down, and what is missing goes to those that lost most. Where the numbers do not add up to
 * the total beforehand, neither do the printed ones.
 */
export function apportioned(values: readonly number[], digits = 3): readonly number[] {
  const unit = 10 ** digits;
  const floors = values.map((value) => Math.floor(value * unit + 1e-9));
  const total = Math.round(values.reduce((sum, value) => sum + value, 0) * unit);
  let missing = total - floors.reduce((sum, value) => sum + value, 0);
  const byLoss = values.map((value, at) => ({ at, loss: value * unit - floors[at]! })).sort((one, other) => other.loss - one.loss);
  for (const { at } of byLoss) {
    if (missing <= 0) {
      break;
    }
    floors[at]! += 1;
    missing -= 1;
  }
  return floors.map((value) => value / unit);
}
