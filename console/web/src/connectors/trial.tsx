// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { send, type Path } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import type { Checked, Discovered } from '../api/types.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

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
  const [trying, setTrying] = useState('');
  const [checked, setChecked] = useState<Checked>();
  const [found, setFound] = useState<Discovered>();
  const [problem, setProblem] = useState<Problem>();

  async function attempt<T>(verb: string, keep: (answer: T) => void) {
    setTrying(verb);
    setProblem(undefined);
    try {
      const { body: answer } = await send<T>('POST', `${path}/${verb}` as Path, { at, ...(query ? { query } : {}), body });
      keep(answer);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setTrying('');
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={trying !== '' || notYet !== ''} onClick={() => void attempt<Checked>('check', setChecked)}>
          Check
        </Button>
        <Button disabled={trying !== '' || notYet !== ''} onClick={() => void attempt<Discovered>('discover', setFound)}>
          See what it holds
        </Button>
        <span role="status" className="text-sm text-muted">
          {trying ? 'Trying … this may take a minute.' : notYet}
        </span>
      </div>
      {problem && <Notice problem={problem} />}
      {checked && <Needs checked={checked} />}
      {found && <Holdings found={found} />}
    </div>
  );
}

function Needs({ checked }: { readonly checked: Checked }) {
  return (
    <div role="status" className={`rounded-lg border px-4 py-3 ${checked.passed ? 'border-good bg-good-soft' : 'border-bad bg-bad-soft'}`}>
      <p className={`font-semibold ${checked.passed ? 'text-good' : 'text-bad'}`}>{checked.passed ? 'It can be read' : 'It cannot be read yet'}</p>
      <ul className="mt-1">
        {checked.results.map((it) => (
          <li key={it.need} className="py-0.5">
            <strong className={it.passed ? 'text-good' : 'text-bad'}>
              {it.passed ? 'Met' : 'Not met'}: {it.need}
            </strong>{' '}
            {it.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Holdings({ found }: { readonly found: Discovered }) {
  return (
    <div role="status" className="rounded-lg border border-line bg-paper px-4 py-3">
      <p className="font-semibold">It holds</p>
      <ul className="mt-1 max-h-60 overflow-y-auto">
        {found.objects.map((it) => (
          <li key={it.kind + it.name} className="py-0.5">
            {it.kind} <strong>{it.name}</strong> <span className="text-muted">{it.detail}</span>
          </li>
        ))}
      </ul>
      {found.streams.map((it) => (
        <details key={it.name} className="mt-1">
          <summary>
            {it.title} <span className="text-sm text-muted">{it.fields.length} fields</span>
          </summary>
          <ul className="pl-5 text-sm">
            {it.fields.map((field) => (
              <li key={field.name}>
                <code>{field.name}</code> {field.type} <span className="text-muted">{field.meaning}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
