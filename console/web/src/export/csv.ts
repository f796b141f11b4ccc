// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
export type Cell = string | number | boolean | null;

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** As RFC 4180 has it; what a spreadsheet would take for a formula is marked as text. */
export function csv({ columns, rows }: Rows): string {
  return [columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(value: Cell): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One object a row. */
export function json({ columns, rows }: Rows): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
  return JSON.stringify(objects, null, 2) + '\n';
}
