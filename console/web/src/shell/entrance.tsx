// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { prove, send } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import { useSession } from '../api/queries.ts';
import type { Session } from '../api/types.ts';
import { Notice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { takeLink } from './link.ts';
import { SignIn } from './sign-in.tsx';

/** Lets in who has a session or brings a link; everybody else is shown how to get one. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  const [link] = useState(takeLink);
  const [opening, setOpening] = useState(link !== '');
  const [refused, setRefused] = useState<Problem>();
  const tried = useRef(false);
  const wasIn = useRef(false);
  const begin = useBegin();
  const session = useSession();

  useEffect(() => {
    if (link && !tried.current) {
      tried.current = true;
      void begin(link)
        .catch((problem: unknown) => setRefused(problemOf(problem)))
        .finally(() => setOpening(false));
    }
  }, [link, begin]);

  if (opening || session.isPending) {
    return <Waiting what="your session" />;
  }
  if (session.data) {
    wasIn.current = true;
    return children;
  }
  if (session.error) {
    return (
      <main className="mx-auto max-w-xl p-6">
        <Notice problem={problemOf(session.error)} />
      </main>
    );
  }
  return <SignIn begin={begin} refused={refused} wasIn={wasIn.current} />;
}

function useBegin(): (link: string) => Promise<void> {
  const client = useQueryClient();
  return async (link) => {
    const { body } = await send<Session>('POST', '/api/session', { body: { link } });
    prove(body.csrf_token);
    // An answer that nobody is signed in may still be on its way.
    await client.cancelQueries({ queryKey: ['session'] });
    client.setQueryData(['session'], body);
  };
}
