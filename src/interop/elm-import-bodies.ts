import type { AwardingBody, QualityAssurance } from '../domain/microcredential.ts';
import { country, qualityAssurance } from '../generated/vocab.ts';
import type { Part } from './elm-import-document.ts';
import type { Source } from './elm-import-source.ts';
import { bounded, codesIn, oneCode, orNone, present, unique, webAddress } from './elm-import-values.ts';

const mostBodies = 20;

/** Who awards it, as organisations of the document. */
function organisationsOf({ document, achievements, specifications, root }: Source): readonly Part[] {
  const awardings = [
    ...achievements.flatMap((part) => document.parts(part, 'awardedBy', 'awarding')),
    ...specifications.flatMap((part) => document.parts(part, 'awardingOpportunity', 'awarding')),
  ];
  const named = awardings.flatMap((awarding) => document.parts(awarding, 'awardingBody', 'organisation'));
  if (named.length > 0) return named;
  const [stated] = ['issuer', 'providedBy'].filter((member) => document.peek(root, member).length > 0);
  if (stated === undefined) return [];
  const who = stated === 'issuer' ? 'who issued it' : 'who gives it';
  document.notes.add(`${root.pointer}/${stated}`, `The document names no awarding body; ${who} was taken. Check it.`);
  return document.parts(root, stated, 'organisation');
}

export type Bodies = Readonly<{
  awardingBodies: readonly AwardingBody[] | undefined;
  qualityAssurance: readonly QualityAssurance[] | undefined;
}>;

export function bodiesOf(source: Source): Bodies {
  const { document, root, specifications, opportunities } = source;
  const organisations = organisationsOf(source);
  const bodies = organisations.flatMap((part) => awardingBody(source, part) ?? []);
  const providers = opportunities.flatMap((part) => document.peek(part, 'providedBy'));
  const assured = [
    ...specifications,
    ...organisations,
    ...providers.flatMap((provider) => document.partOf(provider) ?? []),
  ];
  const accreditations = unique(assured.flatMap((part) => document.parts(part, 'accreditation', 'accreditation')));
  const assurances = accreditations.flatMap((part) => qualityAssuranceIn(source, part) ?? []);
  return {
    awardingBodies: orNone(bounded(document, root.pointer, bodies, mostBodies, 'awarding bodies')),
    qualityAssurance: orNone(
      bounded(document, root.pointer, assurances, mostBodies, 'entries about quality assurance'),
    ),
  };
}

function awardingBody(source: Source, organisation: Part): AwardingBody | undefined {
  const { document, texts } = source;
  const name = texts.one(organisation, 'legalName');
  const where = countryOf(source, organisation);
  const homepage = webAddress(document, [[organisation, 'homepage']]);
  if (name && where !== undefined) return { name, country: where, ...present({ homepage }) };
  document.notes.add(
    organisation.pointer,
    `This awarding body was left out: its ${name ? 'country' : 'name'} is not stated, or not in our list.`,
  );
  return undefined;
}

/** From its address; else from the register that knows it. */
function countryOf({ document }: Source, organisation: Part): AwardingBody['country'] | undefined {
  const addresses = document
    .parts(organisation, 'location', 'place')
    .flatMap((location) => document.parts(location, 'address', 'place'));
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
    .nodes(accreditation, 'accreditingAgent')
    .flatMap((agent) => texts.one(agent, 'legalName') ?? []);
  const reference = webAddress(document, [
    [accreditation, 'report'],
    [accreditation, 'landingPage'],
    [accreditation, 'homepage'],
  ]);
  if (type === undefined) {
    document.notes.add(accreditation.pointer, 'This quality assurance was left out: its type is not one of our list.');
    return undefined;
  }
  if (!body) document.notes.add(accreditation.pointer, 'The document does not say who assures the quality. Say it.');
  return { type, body: body ?? {}, ...present({ reference }) };
}
