import type { ImportDocument } from '../import/document.ts';
import { quoted } from '../import/notes.ts';
import { isPlainName, type Leftover } from '../import/parts.ts';
import { literal } from '../import/values.ts';
import type { Kind } from './source.ts';

const noPlace = 'there is no place for it here.';
const ofInstitution = 'an institution keeps what concerns it in its own settings.';

/** Why a member was left out; of other members of the same kind of part, the reason of the kind. */
const reasons: Readonly<Record<string, string>> = {
  achievementType: 'What kind of achievement it is was left out: everything here is a micro-credential.',
  addressCountry: 'The name of the country was left out: its code says it here.',
  creator: 'Who created the description was left out: who awards is who issues.',
  endorsement: `Endorsements were left out: ${noPlace}`,
  endorsementJwt: `Endorsements were left out: ${noPlace}`,
  image: `A picture was left out: ${noPlace}`,
  related: `Related achievements were left out: ${noPlace}`,
  resultType: 'The type of results was left out: the grades say it here.',
  version: 'The version was left out: versions are numbered here.',
};
const reasonsOfKinds: Readonly<Record<Kind, string>> = {
  credential: 'it belongs to the certificate, not to the course.',
  subject: 'it is about a person, or what a person achieved.',
  achievement: noPlace,
  criteria: noPlace,
  resultDescription: noPlace,
  issuer: ofInstitution,
  address: ofInstitution,
  identifier: noPlace,
};

/** The types of Open Badges 3.0 and of the VC Data Model that say no more than what a part is. */
const knownTypes = new Set(
  `VerifiableCredential OpenBadgeCredential AchievementCredential AchievementSubject Achievement Criteria
  ResultDescription Profile Address IdentifierEntry`.split(/\s+/),
);

function sentence({ kind, member }: Leftover<Kind>): string {
  if (member === '@context') return 'The contexts were not used: members were read by their names.';
  if (member === 'id' || member === '@id') return 'The identifier was left out: identifiers are given here.';
  if (kind !== 'credential' && kind !== 'subject' && Object.hasOwn(reasons, member)) return reasons[member]!;
  return `“${member}” was left out: ${reasonsOfKinds[kind]}`;
}

/** Names every member that nobody read and every type that nobody knows; to be called when everything is read. */
export function noteLeftovers(document: ImportDocument<Kind>): void {
  for (const leftover of document.leftovers(['type', '@type'])) {
    const { member, pointer } = leftover;
    if (isPlainName(member)) document.notes.add(`${pointer}/${member}`, sentence(leftover));
    else document.notes.add(pointer, 'Members whose names Open Badges does not know were left out.');
  }
  for (const { part } of document.visited()) {
    for (const value of ['type', '@type'].flatMap((member) => document.peek(part, member))) {
      const type = literal(value) ?? '';
      if (!knownTypes.has(type)) document.notes.add(value.pointer, `The type ${quoted(type)} was left out: ${noPlace}`);
    }
  }
}
