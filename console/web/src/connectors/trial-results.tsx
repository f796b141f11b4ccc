// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Checked, Discovered } from '../api/types.ts';

/** Whether each need is met, and what to do where one is not. */
export function Needs({ checked }: { readonly checked: Checked }) {
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

/** What an account holds. */
export function Holdings({ found }: { readonly found: Discovered }) {
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
