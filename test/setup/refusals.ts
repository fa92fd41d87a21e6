import { expect } from 'vitest';
import { DomainError, type ErrorCode } from '../../src/domain/shared/errors.ts';

/** The refusal that this work ends in; anything else that comes of it is a failure of the test. */
export async function refusalOf(work: () => unknown): Promise<DomainError> {
  let result: unknown;
  try {
    result = await work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`nothing was refused; the answer was ${JSON.stringify(result)}`);
}

/** The code of the refusal, and where given the pointers, in order. */
export async function expectRefusal(work: () => unknown, code: ErrorCode, ...pointers: string[]): Promise<DomainError> {
  const refusal = await refusalOf(work);
  expect(refusal.code, refusal.message).toBe(code);
  if (pointers.length > 0) expect(refusal.violations.map(({ pointer }) => pointer)).toEqual(pointers);
  return refusal;
}

/** As `expectRefusal`, and nothing that is kept has changed. */
export async function expectRefusedUnchanged(
  fixture: Readonly<{ snapshot(): Promise<string> }>,
  work: () => unknown,
  code: ErrorCode,
  ...pointers: string[]
): Promise<DomainError> {
  const before = await fixture.snapshot();
  const refusal = await expectRefusal(work, code, ...pointers);
  expect(await fixture.snapshot()).toBe(before);
  return refusal;
}
