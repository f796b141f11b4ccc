// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Previewed } from '../api/types.ts';
import { bytes, count } from '../model/phrases.ts';
import { cells, type Sample } from '../model/samples.ts';
import { Table, type Column } from '../ui/table.tsx';

/** What reading each stream once would bring, with its first records. */
export function Samples({ of }: { readonly of: readonly Previewed[] }) {
  return (
    <div role="status" className="rounded-lg border border-line bg-paper px-4 py-3">
      <p className="font-semibold">Reading it would bring</p>
      {of.map((it) => (
        <details key={it.stream} className="mt-1">
          <summary>
            {it.stream} <span className="text-sm text-muted">{brought(it)}</span>
          </summary>
          <Stream of={it} />
        </details>
      ))}
    </div>
  );
}

function brought(it: Previewed): string {
  const size = `${count(it.records)} records, ${bytes(it.bytes)}, ${count(it.calls)} calls`;
  return it.ended ? `${size}, all there is` : `${size}, and there is more`;
}

function Stream({ of }: { readonly of: Previewed }) {
  const samples = cells(of.samples);
  const metrics = Object.entries(of.metrics as Readonly<Record<string, number>>);
  return (
    <div className="py-2">
      {of.rejected.map((it) => (
        <p key={it} className="text-sm text-bad">
          Cannot be used: {it}
        </p>
      ))}
      {metrics.length > 0 && (
        <p className="text-sm text-muted">It would tell of {metrics.map(([name, events]) => `${name} (${count(events)})`).join(', ')}.</p>
      )}
      {samples.rows.length > 0 ? (
        <Table caption={`First records of ${of.stream}`} file={`${of.stream}-samples`} columns={samples.columns.map(column)} rows={samples.rows} id={(it) => it.id} />
      ) : (
        <p className="text-sm text-muted">No record to show.</p>
      )}
    </div>
  );
}

function column(name: string): Column<Sample> {
  return { name, show: (it) => <span className="break-all">{it.values[name] ?? ''}</span>, plain: (it) => it.values[name] ?? null };
}
