// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { send, type Path } from '../api/client.ts';
import type { Checked, Discovered, Previewed } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Samples } from './samples.tsx';
import { Holdings, Needs } from './trial-results.tsx';

interface Props {
  /** What is asked of the server; the verb comes behind it. */
  readonly path: '/api/connector-types/{type}' | '/api/data-connectors/{connector}';
  readonly at: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Why it cannot be tried yet; empty where it can. */
  readonly notYet?: string;
}

/** Tries an account: whether each need is met, and what it holds. Nothing is saved. */
export function Trial({ path, at, query, body, notYet = '' }: Props) {
  const [checked, setChecked] = useState<Checked>();
  const [found, setFound] = useState<Discovered>();
  const [samples, setSamples] = useState<readonly Previewed[]>();
  const { act, acting, problem } = useDeed();

  const attempt =
    <T,>(verb: string, keep: (answer: T) => void, more = {}) =>
    () =>
      void act(async () => keep((await send<T>('POST', `${path}/${verb}` as Path, { at, query: { ...query, ...more }, body })).body));

  const idle = !acting && notYet === '';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={!idle} onClick={attempt<Checked>('check', setChecked)}>
          Check
        </Button>
        <Button disabled={!idle} onClick={attempt<Discovered>('discover', setFound)}>
          See what it holds
        </Button>
        <Button disabled={!idle} onClick={attempt<{ items: readonly Previewed[] }>('preview', (it) => setSamples(it.items), { records: 20 })}>
          See samples
        </Button>
        <span role="status" className="text-sm text-muted">
          {acting ? 'Trying … this may take a minute.' : notYet}
        </span>
      </div>
      {problem && <Notice problem={problem} />}
      {checked && <Needs checked={checked} />}
      {found && <Holdings found={found} />}
      {samples && <Samples of={samples} />}
    </div>
  );
}
