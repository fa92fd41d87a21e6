import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { country, type CountryCode, qualityAssurance } from '../../generated/vocab.ts';
import { has, type Part, unique } from '../import/parts.ts';
import type { Source } from './source.ts';
import { bounded, codesIn, oneCode, orNone, webAddress } from '../import/values.ts';

const mostBodies = 20;

/** Who awards it, as organisations of the document. */
function organisationsOf({ document, achievements, specifications, root }: Source): readonly Part[] {
  const few = (all: readonly Part[]) => bounded(document, root.pointer, all, mostBodies, 'awarding bodies');
  const awardings = [
    ...document.parts(achievements, 'awardedBy', 'awarding'),
    ...document.parts(specifications, 'awardingOpportunity', 'awarding'),
  ];
  const named = document.parts(awardings, 'awardingBody', 'organisation', few);
  if (named.length > 0) return named;
  const stated = ['issuer', 'providedBy'].find((member) => has(root, member));
  if (stated === undefined) return [];
  const who = stated === 'issuer' ? 'who issued it' : 'who gives it';
  document.notes.add(`${root.pointer}/${stated}`, `The document names no awarding body; ${who} was taken. Check it.`);
  return document.parts([root], stated, 'organisation', few);
}

type AwardingBody = NonNullable<MicrocredentialContent['awardingBodies']>[number];
type QualityAssurance = NonNullable<MicrocredentialContent['qualityAssurance']>[number];

export type Bodies = Readonly<{
  awardingBodies: readonly AwardingBody[] | undefined;
  qualityAssurance: readonly QualityAssurance[] | undefined;
}>;

export function bodiesOf(source: Source): Bodies {
  const { document, root, specifications, opportunities } = source;
  const organisations = organisationsOf(source);
  const providers = opportunities.flatMap((part) => document.peek(part, 'providedBy'));
  const assured = unique([
    ...specifications,
    ...organisations,
    ...providers.flatMap((provider) => document.partOf(provider) ?? []),
  ]);
  const accreditations = document.parts(assured, 'accreditation', 'accreditation', (all) =>
    bounded(document, root.pointer, all, mostBodies, 'entries about quality assurance'),
  );
  return {
    awardingBodies: orNone(organisations.flatMap((part) => awardingBody(source, part) ?? [])),
    qualityAssurance: orNone(accreditations.flatMap((part) => qualityAssuranceIn(source, part) ?? [])),
  };
}

function awardingBody(source: Source, organisation: Part): AwardingBody | undefined {
  const { document, texts } = source;
  const name = texts.one(organisation, 'legalName');
  const where = countryOf(source, organisation);
  const homepage = webAddress(document, [[organisation, 'homepage']]);
  if (!name) document.notes.add(organisation.pointer, 'This awarding body was left out: its name is not stated.');
  else if (where === undefined) {
    document.notes.add(organisation.pointer, 'The country of this awarding body is not stated, or not in our list.');
  }
  return name && { name, ...present({ country: where, homepage }) };
}

/** From its address; else from the register that knows it. */
function countryOf({ document }: Source, organisation: Part): CountryCode | undefined {
  const locations = document.parts([organisation], 'location', 'place');
  const addresses = document.parts(locations, 'address', 'place');
  const registers = ['eIDASIdentifier', 'registration']
    .flatMap((member) => document.peek(organisation, member))
    .flatMap((value) => document.partOf(value) ?? []);
  return (
    oneCode(document, addresses, 'countryCode', country, 'country') ??
    codesIn(document, registers, 'spatial', country, 'country')[0]
  );
}

function qualityAssuranceIn({ document, texts }: Source, accreditation: Part): QualityAssurance | undefined {
  const type = oneCode(document, [accreditation], 'dcType', qualityAssurance, 'type of quality assurance');
  const [body] = document
    .nodes([accreditation], 'accreditingAgent')
    .flatMap((agent) => texts.one(agent, 'legalName') ?? []);
  const reference = webAddress(document, [
    [accreditation, 'report'],
    [accreditation, 'landingPage'],
    [accreditation, 'homepage'],
  ]);
  if (type === undefined && !body && reference === undefined) {
    document.notes.add(accreditation.pointer, 'This quality assurance was left out: its type is not one of our list.');
    return undefined;
  }
  if (type === undefined)
    document.notes.add(accreditation.pointer, 'The type of this quality assurance is not one of our list.');
  if (!body) document.notes.add(accreditation.pointer, 'The document does not say who assures the quality. Say it.');
  return present({ type, body: body && { name: body }, reference });
}
