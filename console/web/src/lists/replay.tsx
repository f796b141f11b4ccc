// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { send } from '../api/client.ts';
import type { Rejected, Replay } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { grouped } from '../model/grouped.ts';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface Props {
  readonly chosen: readonly Rejected[];
  readonly asked: () => void;
}

/** Has the chosen records read again, and says what came of it. */
export function ReplayBar({ chosen, asked }: Props) {
  const here = useHere();
  const { act, acting, problem } = useDeed();
  const [told, setTold] = useState<Replay>();
  async function ask() {
    const path = '/api/organisations/{organisation}/rejected-records/replay';
    await act(async () => {
      const { body } = await send<Replay>('POST', path, { at: { organisation: here.id }, body: { ids: chosen.map((it) => it.id) } });
      setTold(body);
      asked();
    });
  }
  return (
    <div className="mb-3 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" disabled={acting || chosen.length === 0 || chosen.length > MOST} onClick={() => void ask()}>
          Read again
        </Button>
        <span className="text-sm text-muted">{words(chosen.length)}</span>
      </div>
      {problem && <Notice problem={problem} />}
      {told && <Outcome replay={told} />}
    </div>
  );
}

/** As many as are taken at once. */
const MOST = 1000;

function words(chosen: number): string {
  if (chosen > MOST) {
    return `${chosen} are chosen: at most ${MOST} at once`;
  }
  return chosen === 0 ? 'Choose records whose cause is mended: their streams read them again.' : `${chosen} chosen`;
}

function Outcome({ replay }: { readonly replay: Replay }) {
  const others = grouped(
    replay.items.filter((it) => !it.asked),
    (it) => it.replay,
  );
  return (
    <div role="status" className="rounded-lg border border-line bg-paper px-4 py-3">
      <p className="font-semibold">{replay.asked === 1 ? '1 record is read again' : `${replay.asked} records are read again`}</p>
      <ul>
        {[...others].map(([kind, items]) => (
          <li key={kind}>
            {items.length} not: {items[0]?.meaning} <span className="text-muted">{items[0]?.remedy}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
