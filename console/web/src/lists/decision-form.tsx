// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Decision, Platform } from '../api/types.ts';
import { faultsAt, type Told } from '../model/faults.ts';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';
import { IndicatorField } from './indicator-field.tsx';

interface Props {
  readonly of: Platform | undefined;
  readonly decision: Decision;
  readonly faults: readonly Told[];
  readonly change: (decision: Decision) => void;
}

const choices: readonly (readonly [Decision['change'], string])[] = [
  ['count', 'Say how much it counts'],
  ['retire', 'It is no part of the estate any more'],
  ['restore', 'It is a part of the estate again'],
  ['exempt', 'An indicator does not apply to it'],
  ['include', 'An indicator applies to it again'],
];

export function DecisionForm({ of, decision, faults, change }: Props) {
  const weighs = decision.change === 'count' || decision.change === 'add';
  const names = decision.change === 'exempt' || decision.change === 'include';
  const at = (field: string) => faultsAt(faults, field);
  return (
    <>
      {of ? (
        <Labelled id="change" label="What" faults={at('change')}>
          <select
            id="change"
            className={inputLook}
            value={decision.change}
            onChange={(event) => change({ stratum: decision.stratum, reason: decision.reason, change: event.target.value as Decision['change'] })}
          >
            {choices
              .filter(([key]) => key !== (of.declaration?.retired ? 'retire' : 'restore'))
              .map(([key, words]) => (
                <option key={key} value={key}>
                  {words}
                </option>
              ))}
          </select>
        </Labelled>
      ) : (
        <Labelled id="stratum" label="Platform" needed about="As its assets are written, such as snowflake://account." faults={at('stratum')}>
          <input
            id="stratum"
            className={inputLook}
            spellCheck={false}
            value={decision.stratum}
            onChange={(event) => change({ ...decision, stratum: event.target.value })}
            {...described('stratum', at('stratum'))}
          />
        </Labelled>
      )}
      {weighs && (
        <Labelled id="materiality" label="How much it counts" needed about="Relative to the others: twice as much is twice the number." faults={at('materiality')}>
          <input
            id="materiality"
            type="number"
            min="0"
            step="any"
            className={inputLook}
            value={decision.materiality ?? ''}
            onChange={(event) => change({ ...decision, ...(event.target.value ? { materiality: event.target.valueAsNumber } : { materiality: undefined }) })}
            {...described('materiality', at('materiality'))}
          />
        </Labelled>
      )}
      {names && <IndicatorField value={decision.indicator ?? ''} choose={(indicator) => change({ ...decision, indicator })} faults={at('indicator')} />}
      {decision.change === 'exempt' && (
        <Labelled id="from" label="From" about="The first day it does not apply; today where none is given." faults={at('from')}>
          <input
            id="from"
            type="date"
            className={inputLook}
            value={decision.from ?? ''}
            onChange={(event) => change({ ...decision, from: event.target.value || undefined })}
            {...described('from', at('from'))}
          />
        </Labelled>
      )}
      <Labelled id="reason" label="Why" needed about="It stands beside the decision, with your name." faults={at('reason')}>
        <input
          id="reason"
          className={inputLook}
          maxLength={500}
          value={decision.reason}
          onChange={(event) => change({ ...decision, reason: event.target.value })}
          {...described('reason', at('reason'))}
        />
      </Labelled>
    </>
  );
}
