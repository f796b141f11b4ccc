// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { send, type Given } from '../api/client.ts';
import type { Connector } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Confirm } from '../ui/confirm.tsx';

type Deed = 'pause' | 'resume' | 'reset' | 'remove';

const questions: Record<Deed, { title: string; detail: string; verb: string }> = {
  pause: { title: 'Stop reading?', detail: 'What was read stays, and ages. Reading goes on from where it stopped once it is resumed.', verb: 'Pause' },
  resume: { title: 'Go on reading?', detail: 'Reading goes on from where it stopped.', verb: 'Resume' },
  reset: {
    title: 'Forget what was read, and read it again?',
    detail: 'All streams begin again. What the platform no longer keeps cannot be read again.',
    verb: 'Reset',
  },
  remove: {
    title: 'Remove the connector?',
    detail: 'What it connects with is deleted. What was read stays in the estate and ages until its platform is retired.',
    verb: 'Remove',
  },
};

export function ConnectorActions({ connector, tag }: { readonly connector: Connector; readonly tag: string }) {
  const [asked, setAsked] = useState<{ deed: Deed; tag: string }>();
  const { act, problem, forget } = useDeed();
  const at = { connector: connector.id };
  const navigate = useNavigate();

  async function confirmed(reason: string) {
    if (asked && (await act(() => done(asked.deed, { at, seen: asked.tag, reason })))) {
      setAsked(undefined);
    }
  }

  async function done(deed: Deed, given: Given) {
    if (deed === 'remove') {
      await send('DELETE', '/api/data-connectors/{connector}', given);
      await navigate('../connectors', { relative: 'route' });
    } else {
      await send('POST', `/api/data-connectors/{connector}/${deed}`, given);
    }
  }

  const sync = () => act(() => send('POST', '/api/data-connectors/{connector}/sync', { at }));
  const ask = (deed: Deed) => () => {
    forget();
    setAsked({ deed, tag });
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Link to="settings" className="rounded-md border border-control bg-card px-3 py-1.5 hover:border-ink">
        Change
      </Link>
      {connector.status === 'ACTIVE' && <Button onClick={() => void sync()}>Read now</Button>}
      {connector.status === 'ACTIVE' ? <Button onClick={ask('pause')}>Pause</Button> : <Button onClick={ask('resume')}>Resume</Button>}
      <Button onClick={ask('reset')}>Reset</Button>
      <Button kind="danger" onClick={ask('remove')}>
        Remove
      </Button>
      {problem && !asked && <Notice problem={problem} />}
      {asked && (
        <Confirm {...questions[asked.deed]} danger={asked.deed === 'remove' || asked.deed === 'reset'} problem={problem} act={confirmed} close={() => setAsked(undefined)} />
      )}
    </div>
  );
}
