import { DomainError, type Violation } from '../../../domain/shared/errors.ts';
import { type Finding, toViolation } from '../../../domain/catalogue/gate-finding.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { textFor } from '../../../domain/shared/language.ts';
import type { MicrocredentialContent } from '../../../domain/catalogue/microcredential.ts';
import { withKnownBodies } from '../../../domain/catalogue/known-bodies.ts';
import { importElm } from '../../../interop/elm/import.ts';
import { importObv3 } from '../../../interop/obv3/import.ts';
import type { Services } from '../../../services/index.ts';
import { namedBy } from '../../../services/catalogue/publication.ts';
import type { Commands, Typed } from '../command.ts';
import { readDocument } from '../files.ts';

/** Reads a document of another system as the content of a draft, with notes on what it could not take over. */
type Import = (document: unknown) => Readonly<{ content: MicrocredentialContent; notes: readonly Violation[] }>;

export const importCommands: Commands = {
  'import elm': {
    parameters: ['FILE', '[INSTITUTION]', '[SLUG]'],
    purpose: 'make a draft from a document of the European Learning Model, and say what it lacks',
    run: (services, typed) => importDraft(importElm, services, typed),
  },
  'import obv3': {
    parameters: ['FILE', '[INSTITUTION]', '[SLUG]'],
    purpose: 'make a draft from an Open Badges 3.0 credential or achievement, and say what it lacks',
    run: (services, typed) => importDraft(importObv3, services, typed),
  },
};

/** Makes a draft of a file, at the institution and the address that are named or follow from it. */
async function importDraft(
  read: Import,
  services: Services,
  { args: [file = '', institutionSlug, chosen], files }: Typed,
): Promise<readonly string[]> {
  if (chosen !== undefined) demandSlug(chosen);
  const { content: written, notes } = read(readDocument(file, files));
  const institution = await institutionFor(services, institutionSlug);
  const content = withKnownBodies(written, namedBy(services, institution));
  const code = demandSlug(chosen ?? slugFrom(textFor(content.title, 'en')?.text ?? ''));
  const actor = {
    institutionId: institution.id,
    keyId: 'operator',
    id: 'operator',
    kind: 'machine',
    roles: ['editor'],
  } as const;
  const { gate } = await services.drafting.create(actor, institution.slug, { slug: code, content });
  const listed = (title: string, items: readonly { pointer: string; detail: string }[] = []) =>
    items.length === 0 ? [] : [title, ...items.map(({ pointer, detail }) => `  ${pointer}: ${detail}`)];
  return [
    `made the draft ${services.addresses.microcredential(institution.slug, code)}`,
    ...listed('left out, or to be looked at:', notes),
    ...listed('missing before it can be published:', gate?.faults.map(inEnglish)),
    ...listed('could be better:', gate?.warnings.map(inEnglish)),
  ];
}

const inEnglish = (found: Finding) => toViolation(found, 'en');

/** Part of a permanent address, as the contract has it. */
const slugPattern = /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/;

function demandSlug(code: string): string {
  if (slugPattern.test(code)) return code;
  throw new DomainError(
    'malformed-request',
    `${code || 'Its title'} cannot be part of an address: name a SLUG of lower-case letters, digits and hyphens.`,
  );
}

/** The one that is named, or the only one there is. */
async function institutionFor({ institutions }: Services, slug: string | undefined): Promise<Institution> {
  if (slug !== undefined) return institutions.bySlug(slug);
  const all = await institutions.list();
  const [only] = all;
  if (only && all.length === 1) return only;
  const names = all.map((one) => one.slug).join(', ');
  throw new DomainError('malformed-request', `Name the INSTITUTION that it is for: ${names || 'there is none yet'}.`);
}

/** A title as part of an address: letters without their marks, hyphens for the rest. */
const slugFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
