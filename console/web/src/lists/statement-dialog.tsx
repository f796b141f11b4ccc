// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { send } from '../api/client.ts';
import { usePlatforms } from '../api/queries.ts';
import type { Statement } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { faultsAt } from '../model/faults.ts';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';
import { Notice } from '../ui/notice.tsx';
import { IndicatorField } from './indicator-field.tsx';

/** States something about an indicator where no connector can see it, and signs it. */
export function StatementDialog({ close }: { readonly close: () => void }) {
  const here = useHere();
  const platforms = usePlatforms(here.id).data ?? [];
  const { act, acting, problem } = useDeed();
  const [it, set] = useState<Statement>({ indicator: '', stratum: '', value: Number.NaN, expires: '', statement: '' });
  const at = (field: string) => faultsAt(problem?.faults ?? [], field);
  async function sign() {
    const body = { ...it, value: Number.isNaN(it.value) ? undefined : it.value };
    if (await act(() => send('POST', '/api/organisations/{organisation}/attestations', { at: { organisation: here.id }, body }))) {
      close();
    }
  }
  return (
    <Dialog title="State something and sign it" close={close}>
      <form
        className="flex flex-col gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
      >
        <p className="text-sm text-muted">A statement counts until it expires, for half of what evidence that was read counts, at most.</p>
        <IndicatorField value={it.indicator} choose={(indicator) => set({ ...it, indicator })} faults={at('indicator')} />
        <Labelled id="platform" label="Platform" needed faults={at('stratum')}>
          <select id="platform" className={inputLook} value={it.stratum} onChange={(event) => set({ ...it, stratum: event.target.value })} {...described('platform', at('stratum'))}>
            <option value="">Choose</option>
            {platforms.map(({ stratum }) => (
              <option key={stratum} value={stratum}>
                {stratum}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled id="attained" label="How much of it is attained, in percent" needed faults={at('value')}>
          <input
            id="attained"
            type="number"
            min="0"
            max="100"
            className={inputLook}
            value={Number.isNaN(it.value) ? '' : Math.round(100 * it.value)}
            onChange={(event) => set({ ...it, value: event.target.valueAsNumber / 100 })}
            {...described('attained', at('value'))}
          />
        </Labelled>
        <Labelled id="expires" label="Until" needed about="The last day it counts, of UTC." faults={at('expires')}>
          <input id="expires" type="date" className={inputLook} value={it.expires} onChange={(event) => set({ ...it, expires: event.target.value })} {...described('expires', at('expires'))} />
        </Labelled>
        <Labelled id="statement" label="What you state" needed faults={at('statement')}>
          <textarea
            id="statement"
            rows={3}
            maxLength={500}
            className={inputLook}
            value={it.statement}
            onChange={(event) => set({ ...it, statement: event.target.value })}
            {...described('statement', at('statement'))}
          />
        </Labelled>
        {problem && <Notice problem={problem} />}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={acting}>
            Sign
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
