// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { secretOf } from './link.ts';
import mark from './mark.svg';

interface Ways {
  readonly openid: { readonly name: string; readonly path: string } | null;
}

interface Props {
  readonly begin: (link: string) => Promise<void>;
  readonly refused: Problem | undefined;
  readonly wasIn: boolean;
}

export function SignIn({ begin, refused, wasIn }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(refused);
  const ways = useQuery({
    queryKey: ['sign-in'],
    queryFn: async ({ signal }) => (await get<Ways>('/api/sign-in', { signal })).body,
  });
  const issuer = ways.data?.openid;

  async function open(event: FormEvent) {
    event.preventDefault();
    const secret = secretOf(text);
    if (!secret) {
      setProblem(notALink);
      return;
    }
    await begin(secret).catch((thrown: unknown) => setProblem(problemOf(thrown)));
  }

  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-5 p-6">
      <title>Sign in · Tidemark</title>
      <img src={mark} alt="" className="size-12" />
      <h1>{wasIn ? 'Your session is over' : 'Sign in to Tidemark'}</h1>
      <p className="text-muted">
        Open the link that was shown when Tidemark started, or paste it here. A link lets in once and for a day; whoever runs
        Tidemark can make another.
      </p>
      {problem && <Notice problem={problem} />}
      {issuer && (
        <a
          className="rounded-md border border-control bg-card px-3 py-1.5 text-center font-medium text-ink hover:border-ink"
          href={`${issuer.path}?destination=${encodeURIComponent(location.pathname)}`}
        >
          Sign in with {issuer.name}
        </a>
      )}
      <form onSubmit={(event) => void open(event)} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1 font-medium">
          Link
          <input
            className="rounded-md border border-control bg-card px-3 py-2 font-normal"
            type="password"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button kind="primary" type="submit">
          Sign in
        </Button>
      </form>
    </main>
  );
}

const notALink: Problem = {
  type: 'urn:tidemark:problem:link-refused',
  title: 'That is no link',
  status: 400,
  detail: 'It looks like http://127.0.0.1:8085/#link=… : paste it whole.',
};
