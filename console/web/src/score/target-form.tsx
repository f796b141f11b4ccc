// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Card } from '../api/types.ts';
import type { Target } from '../model/target.ts';

interface Props {
  readonly card: Card;
  readonly target: Target;
  readonly change: (target: Target) => void;
}

/** What one aims at, dimension by dimension. */
export function TargetForm({ card, target, change }: Props) {
  return (
    <details className="mt-3 rounded-lg border border-line text-sm">
      <summary className="px-3 py-2 text-muted">Target profile, kept in this browser</summary>
      <div className="grid gap-2 p-3 sm:grid-cols-2">
        {card.profile.map(({ dimension, title }) => (
          <label key={dimension} className="flex items-center justify-between gap-2">
            {title}
            <input
              type="number"
              min="0"
              max="5"
              step="0.5"
              className="w-20 rounded-md border border-control bg-card px-2 py-1"
              value={target[dimension] ?? ''}
              onChange={(event) => change(changed(target, dimension, event.target.valueAsNumber))}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

function changed(target: Target, dimension: string, value: number): Target {
  const { [dimension]: _before, ...rest } = target;
  return Number.isNaN(value) ? rest : { ...rest, [dimension]: Math.min(5, Math.max(0, value)) };
}
