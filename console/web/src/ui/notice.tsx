// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';

/** Why something was not done, said aloud to who cannot see it. */
export function Notice({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  return (
    <div role="alert" className="rounded-lg border border-bad bg-bad-soft px-4 py-3">
      <p className="font-semibold text-bad">{problem.title}</p>
      <p>{problem.detail}</p>
      {problem.faults && problem.faults.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {problem.faults.map((fault) => (
            <li key={fault.pointer + fault.detail}>
              <code>{fault.pointer}</code> {fault.detail}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
