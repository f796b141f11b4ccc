// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react';
import { csv, json, type Rows } from './csv.ts';
import { png, svg } from './picture.ts';

interface Props {
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly table?: () => Rows;
  readonly chart?: () => SVGSVGElement | null | undefined;
}

/** Takes what is shown away as a file. */
export function Exports({ file, table, chart }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);

  async function save(ending: string) {
    const blob = await made(ending, table, chart);
    if (blob) {
      keep(blob, `${file}.${ending}`);
    }
    if (menu.current) {
      menu.current.open = false;
    }
  }

  const endings = [...(table ? ['csv', 'json'] : []), ...(chart ? ['svg', 'png'] : [])];
  return (
    <details ref={menu} className="relative text-sm">
      <summary className="list-none rounded-md border border-control px-2 py-1 hover:border-ink" aria-label={`Export ${file}`}>
        Export
      </summary>
      <ul className="absolute right-0 z-10 mt-1 rounded-md border border-line bg-card p-1 shadow-lg">
        {endings.map((ending) => (
          <li key={ending}>
            <button type="button" className="w-full rounded px-4 py-1 text-left hover:bg-paper" onClick={() => void save(ending)}>
              {ending.toUpperCase()}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function made(ending: string, table: Props['table'], chart: Props['chart']): Promise<Blob | undefined> {
  if (ending === 'csv' && table) {
    return new Blob([csv(table())], { type: 'text/csv' });
  }
  if (ending === 'json' && table) {
    return new Blob([json(table())], { type: 'application/json' });
  }
  const shown = chart?.();
  if (!shown) {
    return undefined;
  }
  return ending === 'png' ? png(shown) : new Blob([svg(shown)], { type: 'image/svg+xml' });
}

function keep(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
