import { expect } from 'vitest';
import type { Answer } from './client.ts';
import type { Harness } from './harness.ts';

/** What a refusal says. `at` is a JSON Pointer or several; `says` is found in its sentences. */
export type Refusal = Readonly<{ status: number; code: string; at?: string | readonly string[]; says?: RegExp }>;

const isSentence = (text: unknown): boolean => typeof text === 'string' && /^\S+ .*[.…]$/s.test(text);

/** It was refused like this, in words, and no row of any table is another than before. */
export async function expectRefused(
  harness: Pick<Harness, 'dump'>,
  send: () => Promise<Answer>,
  { status, code, at, says }: Refusal,
): Promise<Answer> {
  const before = await harness.dump();
  const answer = await send();
  expectProblem(answer, { status, code });
  const { detail, errors = [] } = answer.body;
  const sentences = [detail, ...errors.map((error: { detail: string }) => error.detail)];
  expect(sentences.filter((sentence) => !isSentence(sentence))).toEqual([]);
  if (at !== undefined) {
    const pointers = errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(typeof at === 'string' ? [at] : [...at]));
  }
  if (says) expect(sentences.join('\n')).toMatch(says);
  expectSame(before, await harness.dump());
  return answer;
}

export function expectProblem(answer: Answer, { status, code }: Pick<Refusal, 'status' | 'code'>): void {
  expect([answer.status, answer.body?.type], answer.text).toEqual([status, `/problems/${code}`]);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
}

/** Two dumps of the database are equal; where not, says in which tables they differ, and not at length. */
export function expectSame(before: string, after: string): void {
  if (before === after) return;
  const [old, present] = [JSON.parse(before), JSON.parse(after)];
  const changed = Object.keys(present).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(present[name]));
  expect(changed, 'tables that have changed').toEqual([]);
}
