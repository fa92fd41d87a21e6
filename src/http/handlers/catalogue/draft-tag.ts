import type { Finding } from '../../../domain/catalogue/gate-finding.ts';
import type { Locale } from '../../../domain/shared/language.ts';
import type { DraftView } from '../../../services/catalogue/draft-view.ts';
import type { Basis, Precondition } from '../../../services/catalogue/drafting.ts';
import { demandStated, tagsIn } from '../../input/if-match.ts';

/**
 * Tells one state of a micro-credential from every other; starts with what an editor's change is based on. What is told
 * in another language than English is another representation, with a tag of its own (RFC 9110 §8.8.3.3).
 */
export function etagOf(
  { microcredential: { draft, publishedVersion = 0, withdrawnAt }, gate }: Pick<DraftView, 'microcredential' | 'gate'>,
  locale: Locale,
  partner = '',
): string {
  const at = `${publishedVersion}-${draft?.revision ?? 0}-${draft?.updatedAt.getTime() ?? 0}-${withdrawnAt ? 1 : 0}`;
  // What partners decide changes what is shown of the draft, and not what a change of it is based on.
  const together = `${(gate?.awaited ?? []).map(stillOf).join('')}${partner}`;
  const state = together === '' ? at : `${at}-p${together}`;
  return locale === 'en' ? state : `${state}-${locale}`;
}

/** A partner, by its place, and the first letter of where it stands. */
const stillOf = ({ code, pointer }: Finding): string =>
  `${pointer.replaceAll(/\D/g, '')}${code.charAt('partner-'.length)}`;

/** What a change is based on, where it has to say so. A partner reads the draft as part of its partnership. */
export const demandPrecondition = (
  ifMatch: string | undefined,
  what: 'micro-credential' | 'partnership' = 'micro-credential',
): Precondition => demandStated(precondition(ifMatch), what);

/** What a change is based on, from If-Match. */
export function precondition(ifMatch: string | undefined): Precondition | undefined {
  const tags = tagsIn(ifMatch);
  return tags === undefined || tags === '*' ? tags : tags.flatMap(stateIn);
}

/** The state that a tag of ours stands for. A weak tag, and one that is not ours, stands for none (§8.8.3.2, strong). */
function stateIn(tag: string): readonly Basis[] {
  const match = /^"(\d{1,9})-(\d{1,9})-(\d{1,15})-[01](?:-p\w{1,4000})?(?:-(?:sv-SE|sv-FI|fi))?"$/.exec(tag);
  return match ? [{ publishedVersion: Number(match[1]), revision: Number(match[2]), updatedAt: Number(match[3]) }] : [];
}
