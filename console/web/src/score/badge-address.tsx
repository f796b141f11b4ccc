// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'react';
import { send } from '../api/client.ts';
import type { BadgeTold } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { inputLook } from '../ui/labelled.tsx';
import { Notice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';

const PATH = '/api/organisations/{organisation}/badge';

/** Whether others see the badge without signing in, and where; an administrator decides. */
export function BadgeAddress({ badge }: { readonly badge: BadgeTold }) {
  const here = useHere();
  const at = { organisation: here.id };
  const { act, acting, problem } = useDeed();
  const [made, setMade] = useState('');
  const { address } = badge;

  async function make() {
    await act(async () => setMade((await send<{ path: string }>('POST', PATH, { at, body: {} })).body.path));
  }
  async function takeBack() {
    if (await act(() => send('DELETE', PATH, { at }))) {
      setMade('');
    }
  }
  if (!address && here.role !== 'administrator') {
    return null;
  }
  return (
    <div className="mt-2 flex flex-col gap-2 text-sm">
      <p className="text-muted">
        {address ? (
          <>
            Whoever has its address sees this badge, and nothing else. {address.made_by} made it <Time at={address.made_at} />.
          </>
        ) : (
          'It can be shown at an address of its own, to whoever has that, without signing in: this badge and nothing else.'
        )}
      </p>
      {made && <Made at={new URL(made, location.origin).href} label={badge.label} />}
      {here.role === 'administrator' && (
        <div className="flex flex-wrap gap-2">
          <Button disabled={acting} onClick={() => void make()}>
            {address ? 'Make another address' : 'Make an address'}
          </Button>
          {address && (
            <Button kind="danger" disabled={acting} onClick={() => void takeBack()}>
              Take it back
            </Button>
          )}
        </div>
      )}
      {problem && <Notice problem={problem} />}
    </div>
  );
}

function Made({ at, label }: { readonly at: string; readonly label: string }) {
  const id = useId();
  return (
    <div role="status" className="flex flex-col gap-1">
      <label htmlFor={id}>For a page elsewhere, shown this once; it takes the place of any before:</label>
      <input id={id} readOnly className={inputLook} value={`![${label}](${at})`} onFocus={(event) => event.target.select()} />
    </div>
  );
}
