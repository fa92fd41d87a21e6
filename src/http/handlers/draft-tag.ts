import { DomainError } from '../../domain/errors.ts';
import type { Basis, Worked } from '../../services/drafting.ts';

/** Tells one state of a micro-credential from every other; starts with what an editor's change is based on. */
export function etagOf({ microcredential: { draft, publishedVersion = 0, withdrawnAt } }: Worked): string {
  return `${publishedVersion}-${draft?.revision ?? 0}-${draft?.updatedAt.getTime() ?? 0}-${withdrawnAt ? 1 : 0}`;
}

/** What a change is based on, from its If-Match (RFC 9110 §13.1.1). */
export function basis(ifMatch: string | undefined): Basis {
  if (ifMatch === undefined) {
    throw new DomainError(
      'precondition-required',
      'Send If-Match with the ETag of the micro-credential that you read.',
    );
  }
  const match = /^"(\d+)-(\d+)-(\d+)-\d"$/.exec(ifMatch);
  if (!match) throw new DomainError('precondition-failed', 'The If-Match is no ETag of this micro-credential.');
  return { publishedVersion: Number(match[1]), revision: Number(match[2]), updatedAt: Number(match[3]) };
}
