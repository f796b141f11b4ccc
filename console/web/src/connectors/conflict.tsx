// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Answered } from '../api/client.ts';
import type { Connector } from '../api/types.ts';
import { Button } from '../ui/button.tsx';
import { spoken } from './spoken.ts';

interface Props {
  readonly look: () => Promise<Answered<Connector>>;
  readonly drop: (now: Answered<Connector>) => void;
  readonly insist: (event: FormEvent, now: Answered<Connector>) => void;
}

/** Two people changed the same: the second sees what the first did, and decides. */
export function Conflict({ look, drop, insist }: Props) {
  const [now, setNow] = useState<Answered<Connector>>();
  const looked = useRef(false);
  useEffect(() => {
    if (!looked.current) {
      looked.current = true;
      void look().then(setNow, () => undefined);
    }
  }, [look]);
  return (
    <div role="alert" className="rounded-lg border border-warn bg-warn-soft px-4 py-3">
      <p className="font-semibold text-warn">Somebody changed this meanwhile</p>
      {now ? (
        <>
          <p>{spoken(now.body)}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => drop(now)}>Take theirs and start again</Button>
            <Button onClick={(event) => insist(event, now)}>Save mine over it</Button>
          </div>
        </>
      ) : (
        <p>Looking at what it is now …</p>
      )}
    </div>
  );
}
