// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { Stream } from '../api/types.ts';
import { bytes, count } from '../model/phrases.ts';
import { Button } from '../ui/button.tsx';
import { State } from '../ui/state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Ago, Time } from '../ui/time.tsx';
import { Rewind } from './rewind.tsx';

interface Props {
  readonly connector: string;
  readonly streams: readonly Stream[];
  readonly mayChange: boolean;
}

export function StreamTable({ connector, streams, mayChange }: Props) {
  const [rewound, setRewound] = useState('');
  const action: Column<Stream> = {
    name: 'Again',
    show: (it) => (
      <Button aria-label={`Read ${it.name} again`} onClick={() => setRewound(it.name)}>
        Rewind
      </Button>
    ),
  };
  return (
    <>
      <Table caption="Streams" file="streams" columns={mayChange ? [...columns, action] : columns} rows={streams} id={(it) => it.name} />
      {rewound && <Rewind connector={connector} stream={rewound} close={() => setRewound('')} />}
    </>
  );
}

const columns: readonly Column<Stream>[] = [
  { name: 'Stream', show: (it) => <strong className="font-medium">{it.name}</strong>, plain: (it) => it.name },
  { name: 'Platform', plain: (it) => it.stratum },
  {
    name: 'State',
    show: (it) => (
      <>
        <State name={it.state} />
        {it.rests_until && (
          <span className="block text-sm text-muted">
            rests until <Time at={it.rests_until} /> {it.rests_because}
          </span>
        )}
      </>
    ),
    plain: (it) => it.state,
  },
  {
    name: 'Complete through',
    show: (it) => <Time at={it.complete_through} none="nothing yet" />,
    plain: (it) => it.complete_through,
  },
  { name: 'Lag', show: (it) => <Ago at={it.complete_through} none="–" /> },
  { name: 'Last poll', show: (it) => <Ago at={it.last_poll} />, plain: (it) => it.last_poll ?? null },
  { name: 'Next try', show: (it) => <Ago at={it.next_try} none="–" />, plain: (it) => it.next_try ?? null },
  { name: 'Records', number: true, show: (it) => it.day && count(it.day.records), plain: (it) => it.day?.records ?? null },
  { name: 'Size', number: true, show: (it) => it.day && bytes(it.day.bytes), plain: (it) => it.day?.bytes ?? null },
  { name: 'Calls', number: true, show: (it) => it.day && count(it.day.calls), plain: (it) => it.day?.calls ?? null },
];
