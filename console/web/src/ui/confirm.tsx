// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import { inputLook, Labelled } from './labelled.tsx';

interface Props {
  readonly title: string;
  readonly detail: ReactNode;
  readonly verb: string;
  readonly danger: boolean;
  readonly problem: Problem | undefined;
  readonly act: (reason: string) => Promise<void>;
  readonly close: () => void;
}

/** Asks before something is done, and for the reason, which the audit keeps. */
export function Confirm({ title, detail, verb, danger, problem, act, close }: Props) {
  const [reason, setReason] = useState('');
  const [acting, setActing] = useState(false);
  const changed = problem?.type === 'urn:tidemark:problem:changed-meanwhile';
  async function confirmed() {
    setActing(true);
    await act(reason);
    setActing(false);
  }
  return (
    <Dialog title={title} close={close}>
      <div className="flex flex-col gap-4">
        <div>{detail}</div>
        <Labelled id="confirm-reason" label="Why, for the audit" faults={[]}>
          <input id="confirm-reason" className={inputLook} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Labelled>
        {problem && (
          <Notice problem={problem}>{changed && <p>Somebody changed this meanwhile: close this, see how it is now, and decide again.</p>}</Notice>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{changed ? 'Close' : 'Cancel'}</Button>
          {!changed && (
            <Button kind={danger ? 'danger' : 'primary'} disabled={acting} onClick={() => void confirmed()}>
              {verb}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
