// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';

interface Props<K extends string> {
  readonly legend: string;
  readonly options: Readonly<Record<K, string>>;
  readonly value: K;
  readonly choose: (value: K) => void;
}

/** One of a few, all in sight. */
export function Segments<K extends string>({ legend, options, value, choose }: Props<K>) {
  const name = useId();
  return (
    <fieldset className="inline-flex rounded-md border border-control text-sm">
      <legend className="sr-only">{legend}</legend>
      {(Object.entries(options) as [K, string][]).map(([key, label]) => (
        <label
          key={key}
          className="cursor-pointer px-2.5 py-1 has-checked:bg-tide has-checked:text-on-tide has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input type="radio" className="sr-only" name={name} checked={key === value} onChange={() => choose(key)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
