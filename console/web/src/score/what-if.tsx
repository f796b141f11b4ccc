// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useWhatIf } from '../api/queries.ts';
import type { Step } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { EffectView } from './effect-view.tsx';

/** What the chosen steps would do together, which is not the sum of what each would do alone. */
export function WhatIf({ chosen }: { readonly chosen: readonly Step[] }) {
  const effect = useWhatIf(useHere().id, chosen);
  if (chosen.length === 0) {
    return <p className="text-sm text-muted">Choose steps to see what they would do together.</p>;
  }
  return (
    <section aria-label="What if" className="rounded-lg border border-tide bg-paper p-4">
      <h3 className="mb-1">{chosen.length === 1 ? 'With this step taken' : `With these ${chosen.length} steps taken`}</h3>
      <Asked query={effect} what="what they would do">
        {(found) => <EffectView effect={found} file="what-if" />}
      </Asked>
    </section>
  );
}
