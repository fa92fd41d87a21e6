import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { flagOf, linesOf, mapOf, told } from './values.ts';
import { flat } from '../../document/values.ts';

/** Open Badges 3.0 `IdentityObject`: only one that says it is not hashed, or says nothing of it, is plain text. */
function identities(nodes: Nodes, subject: JsonObject, type: string): readonly string[] {
  return nodes
    .all(subject['identifier'])
    .filter((one) => linesOf(one['identityType']).includes(type))
    .filter(({ hashed }) => hashed === undefined || flagOf(hashed) === false)
    .flatMap(({ identityHash }) => linesOf(identityHash));
}

/** The parts of a name in each language that has any, with what stands in one language alone for all of them. */
function joinedNames(subject: JsonObject): readonly string[] {
  const parts = ['givenName', 'familyNamePrefix', 'familyName']
    .map((name) => mapOf(subject[name]) as Readonly<Record<string, string>> | undefined)
    .filter((map) => map !== undefined);
  const languages = [...new Set(parts.flatMap((map) => Object.keys(map)))];
  return languages.map((language) => parts.map((map) => map[language] ?? Object.values(map)[0]).join(' '));
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

function namesOf(nodes: Nodes, subject: JsonObject): readonly string[] {
  const whole = [
    // Two names of one member, unless the document's contexts are not held here.
    ...linesOf(subject['name']),
    ...linesOf(subject['learnerName']),
    ...linesOf(subject['fullName']),
    ...identities(nodes, subject, 'name'),
  ];
  return distinct(whole.length > 0 ? whole : joinedNames(subject));
}

const mailbox = (text: string): string => text.replace(/^mailto:/i, '');

function emailsOf(nodes: Nodes, subject: JsonObject): readonly string[] {
  const boxes = nodes.all(nodes.all(subject['contactPoint']).flatMap(({ emailAddress }) => flat(emailAddress)));
  return distinct([
    ...linesOf(subject['id'])
      .filter((id) => /^mailto:/i.test(id))
      .map(mailbox),
    ...linesOf(subject['email']).map(mailbox),
    ...identities(nodes, subject, 'emailAddress').map(mailbox),
    ...boxes.flatMap(({ id }) => linesOf(id)).map(mailbox),
  ]);
}

const nameMembers = ['name', 'learnerName', 'fullName', 'givenName', 'familyName', 'email'];

/** A value of a name that is no text: what the document says there is not shown. */
const isUnread = (subject: JsonObject): boolean =>
  nameMembers.some((name) => flat(subject[name]).some((value) => linesOf(value).length === 0));

export type Holder = Readonly<{ said: Partial<Claim>; isUnread: boolean }>;

/** Who holds the certificate, by name, or else by e-mail. A hashed identity is one that nobody can read. */
export function holderOf(nodes: Nodes, subject: JsonObject): Holder {
  const names = namesOf(nodes, subject);
  const emails = names.length > 0 ? [] : emailsOf(nodes, subject);
  const isNamed = names.length > 0 || emails.length > 0;
  return {
    said: told({
      learner: names.length === 1 ? names[0] : undefined,
      learnerNames: names.length > 1 ? names : undefined,
      learnerEmail: emails.length > 0 ? emails.join(' / ') : undefined,
    }),
    isUnread: isUnread(subject) || (!isNamed && flat(subject['identifier']).length > 0),
  };
}
