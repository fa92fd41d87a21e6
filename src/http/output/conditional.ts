import type { Context } from 'hono';
import type { Env } from '../env.ts';

/** Whether whoever sends this has what the tag stands for (RFC 9110 §13.1.2, weak comparison); `etag` is without its quotes. */
export const hasTag = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${etag}"`));

/** What anybody gets who asks in the same words, the runtime may give again for a moment. */
export const keepForAll = ({ env }: Context): void => (env as Partial<Env['Bindings']> | undefined)?.mayKeep?.();
