// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useEvidence } from '../api/queries.ts';
import { useHere } from '../shell/shell.tsx';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';

interface Props {
  readonly value: string;
  readonly choose: (indicator: string) => void;
  readonly faults: readonly string[];
}

/** One of the indicators of the model that counts. */
export function IndicatorField({ value, choose, faults }: Props) {
  const evidence = useEvidence(useHere().id).data ?? [];
  const labels = new Map(evidence.map((it) => [it.indicator, it.label]));
  return (
    <Labelled id="indicator" label="Indicator" needed faults={faults}>
      <select id="indicator" className={inputLook} value={value} onChange={(event) => choose(event.target.value)} {...described('indicator', faults)}>
        <option value="">Choose</option>
        {[...labels].map(([id, label]) => (
          <option key={id} value={id}>
            {id} {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
