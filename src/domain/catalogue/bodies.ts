import type { CountryCode, QualityBodyCode } from '../../generated/vocab.ts';
import type { InstitutionIdentifier } from '../institution/identifiers.ts';
import type { LanguageMap } from '../shared/language.ts';

/** Who a body is: chosen, and then the rest is what is known of it on the day of publication; or written out. */
type Body = Readonly<{
  /** The slug of an institution of this service. */
  institution?: string;
  /** What it is called everywhere: a DID, or its address in a register (ROR, DEQAR). */
  id?: string;
  name: LanguageMap;
  homepage?: string;
}>;
/** That a body awards the course together with the others: when it decided so, and its reference to that. */
export type BodyDecision = Readonly<{ date: string; reference?: string }>;
/**
 * `decision`: of a body outside this service, where the course is joint, as the author tells it; for the institutions
 * of this service publication writes it, whatever a draft says.
 */
export type AwardingBody = Body & Readonly<{ country: CountryCode; decision?: BodyDecision }>;
/** `code`: one of the list of quality bodies. */
export type QualityBody = Body & Readonly<{ code?: QualityBodyCode; country?: CountryCode }>;

/** An institution that may be named as a body of a course; its id is its DID. */
export type NamedInstitution = Readonly<{
  slug: string;
  id: string;
  name: LanguageMap;
  country: CountryCode;
  homepage?: string;
  identifiers?: readonly InstitutionIdentifier[];
}>;

/** A body of a draft, of either kind, with as much as is written of it. */
export type DraftBody = { readonly [Member in keyof QualityBody]?: QualityBody[Member] | undefined };

/** Whether its name and country are known without being written. */
export const isChosen = ({ institution, code }: DraftBody): boolean => institution !== undefined || code !== undefined;
