// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** A fault as the server tells it: where, as a JSON pointer, and what. */
export interface Told {
  readonly pointer: string;
  readonly detail: string;
}

/** What is wrong with one field of what was sent. */
export function faultsAt(faults: readonly Told[], field: string): readonly string[] {
  return faults.filter((it) => it.pointer === `/${field}`).map((it) => it.detail);
}
