// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf, type Problem } from './problem.ts';

/** Something somebody does: whether it is under way, and why it was not done. Afterwards all that is shown is read anew. */
export function useDeed() {
  const client = useQueryClient();
  const [acting, setActing] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  /** Whether it was done. */
  async function act(deed: () => Promise<unknown>): Promise<boolean> {
    setActing(true);
    setProblem(undefined);
    try {
      await deed();
      return true;
    } catch (thrown) {
      setProblem(problemOf(thrown));
      return false;
    } finally {
      setActing(false);
      await client.invalidateQueries();
    }
  }

  return { act, acting, problem, forget: () => setProblem(undefined) };
}
