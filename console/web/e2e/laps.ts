// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** When what happened, from when it was made on. */
export class Laps {
  private readonly began = performance.now();
  private readonly told: string[] = [];

  lap(what: string): void {
    this.told.push(`${((performance.now() - this.began) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  }

  toString(): string {
    return this.told.join('\n');
  }
}
