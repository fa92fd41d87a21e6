import { DomainError } from '../../../domain/shared/errors.ts';
import type { Locale } from '../../../domain/shared/language.ts';
import type { DraftView } from '../../../services/catalogue/draft-view.ts';
import type { Basis, Precondition } from '../../../services/catalogue/drafting.ts';

/**
 * Tells one state of a micro-credential from every other; starts with what an editor's change is based on. What is told
 * in another language than English is another representation, with a tag of its own (RFC 9110 §8.8.3.3).
 */
export function etagOf(
  { microcredential: { draft, publishedVersion = 0, withdrawnAt } }: DraftView,
  locale: Locale,
): string {
  const state = `${publishedVersion}-${draft?.revision ?? 0}-${draft?.updatedAt.getTime() ?? 0}-${withdrawnAt ? 1 : 0}`;
  return locale === 'en' ? state : `${state}-${locale}`;
}

/** What a change is based on, where it has to say so: 428 without If-Match (RFC 6585 §3). */
export function demandPrecondition(ifMatch: string | undefined): Precondition {
  const found = precondition(ifMatch);
  if (found !== undefined) return found;
  throw new DomainError('precondition-required', 'Send If-Match with the ETag of the micro-credential that you read.');
}

/** `entity-tag` of RFC 9110 §8.8.3: a comma may stand inside the quotes, a quote may not. */
const entityTag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** A list may have empty elements (RFC 9110 §5.6.1.2). */
const tagList = new RegExp(String.raw`^[ \t,]*(?:${entityTag}[ \t]*(?:,[ \t,]*|$))*$`);

/** What a change is based on, from If-Match (RFC 9110 §13.1.1); undefined without one, 400 for what is none. */
export function precondition(ifMatch: string | undefined): Precondition | undefined {
  if (ifMatch === undefined) return undefined;
  if (ifMatch.trim() === '*') return '*';
  if (!tagList.test(ifMatch)) throw malformed();
  return (ifMatch.match(new RegExp(entityTag, 'g')) ?? []).flatMap(stateIn);
}

/** The state that a tag of ours stands for. A weak tag, and one that is not ours, stands for none (§8.8.3.2, strong). */
function stateIn(tag: string): readonly Basis[] {
  const match = /^"(\d{1,9})-(\d{1,9})-(\d{1,15})-[01](?:-(?:sv-SE|sv-FI|fi))?"$/.exec(tag);
  return match ? [{ publishedVersion: Number(match[1]), revision: Number(match[2]), updatedAt: Number(match[3]) }] : [];
}

const malformed = (): DomainError =>
  new DomainError('malformed-request', 'The If-Match cannot be read.', {
    violations: [
      {
        pointer: '#/If-Match',
        detail: 'Send the ETag as you got it, with its quotation marks: one, several with commas between, or *.',
      },
    ],
  });
