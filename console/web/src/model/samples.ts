// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** A record as it can be shown: its fields as texts. */
export interface Sample {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Records of whatever shape, under the names of all their fields in the order of first sight. */
export function cells(samples: readonly unknown[]): { readonly columns: readonly string[]; readonly rows: readonly Sample[] } {
  const rows = samples.map((sample, at) => ({ id: String(at), values: fields(sample) }));
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row.values)))], rows };
}

function fields(sample: unknown): Record<string, string> {
  if (sample === null || typeof sample !== 'object' || Array.isArray(sample)) {
    return { value: text(sample) };
  }
  return Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, text(value)]));
}

function text(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
