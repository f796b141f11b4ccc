// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Exports } from '../export/exports.tsx';
import type { Cell } from '../export/csv.ts';
import { toggled } from '../model/toggled.ts';

export interface Column<T> {
  readonly name: string;
  /** Columns without are only exported. */
  readonly show?: (row: T) => ReactNode;
  /** What is exported; columns without one are not. */
  readonly plain?: (row: T) => Cell;
  readonly number?: boolean;
}

/** Which rows are chosen, by their ids. */
export interface Choice<T> {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  /** What a row is called to who cannot see it. */
  readonly name: (row: T) => string;
}

interface Props<T> {
  readonly caption: string;
  readonly file: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly id: (row: T) => string;
  readonly choice?: Choice<T>;
}

/** Rows under named columns, which can be taken away as CSV or JSON; it scrolls by itself where it is too wide. */
export function Table<T>({ caption, file, columns, rows, id, choice }: Props<T>) {
  const shown = columns.filter((column) => column.show);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex justify-end">
        <Exports file={file} table={() => exported(columns, rows)} />
      </div>
      <div className="relative overflow-x-auto" role="region" aria-label={`${caption}: table`} tabIndex={0}>
        <table className="w-full text-left">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-sm text-muted">
              {choice && (
                <th scope="col" className="px-2 py-1.5">
                  <Box
                    name="All of them"
                    checked={rows.length > 0 && rows.every((row) => choice.chosen.has(id(row)))}
                    set={(all) => choice.choose(new Set(all ? rows.map(id) : []))}
                  />
                </th>
              )}
              {shown.map((column) => (
                <th key={column.name} scope="col" className={`px-2 py-1.5 font-medium ${column.number ? 'text-right' : ''}`}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={id(row)} className="align-top hover:bg-paper">
                {choice && (
                  <td className="px-2 py-2">
                    <Box
                      name={choice.name(row)}
                      checked={choice.chosen.has(id(row))}
                      set={() => choice.choose(toggled(choice.chosen, id(row)))}
                    />
                  </td>
                )}
                {shown.map((column) => (
                  <td key={column.name} className={`px-2 py-2 ${column.number ? 'text-right whitespace-nowrap' : ''}`}>
                    {column.show?.(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface BoxProps {
  readonly name: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

function Box({ name, checked, set }: BoxProps) {
  return (
    <input type="checkbox" className="size-5 accent-(--tide)" aria-label={name} checked={checked} onChange={(event) => set(event.target.checked)} />
  );
}

function exported<T>(columns: readonly Column<T>[], rows: readonly T[]) {
  const kept = columns.filter((column) => column.plain);
  return {
    columns: kept.map((column) => column.name),
    rows: rows.map((row) => kept.map((column) => column.plain?.(row) ?? null)),
  };
}
