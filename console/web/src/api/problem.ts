// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { components } from '../../target/generated/openapi.ts';

export type Problem = components['schemas']['problem'];

/** What the server said was wrong, or that it did not answer. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  is(name: string): boolean {
    return this.problem.type === `urn:tidemark:problem:${name}`;
  }
}

export function unanswered(cause: unknown): ProblemError {
  const detail = `Tidemark does not answer (${cause instanceof Error ? cause.message : String(cause)}). Is it running?`;
  return new ProblemError({ type: 'urn:tidemark:problem:unreachable', title: 'No answer', status: 503, detail });
}

/** What went wrong in words, whatever was thrown. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : unanswered(thrown).problem;
}

export function isStatus(thrown: unknown, status: number): boolean {
  return thrown instanceof ProblemError && thrown.problem.status === status;
}
