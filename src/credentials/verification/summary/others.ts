import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { levelOf, levelsIn } from './levels.ts';
import { workloadOf } from './open-badge.ts';
import { eachOf } from './order.ts';
import { addressOf, codeIn, codesOf, dayOf, idsOf, lineOf, mapOf, noteOf, numbersOf, told } from './values.ts';
import { flat } from '../../document/values.ts';

/** The European Credit Transfer System in the list of education credits (EU Vocabularies). */
const ects = 'http://data.europa.eu/snb/education-credit/6fcec5c5af';

function creditsOf(nodes: Nodes, specification: JsonObject): Partial<Claim> {
  const points = nodes.all(specification['creditPoint']);
  const inEcts = points.filter(({ framework }) => idsOf(framework).includes(ects));
  const numbers = numbersOf((inEcts.length > 0 ? inEcts : points).flatMap(({ point }) => flat(point)));
  return told({
    credits: numbers.length === 1 ? numbers[0] : undefined,
    creditsSeveral: numbers.length > 1 ? numbers : undefined,
    creditUnit: inEcts.length > 0 && numbers.length > 0 ? ('ECTS' as const) : undefined,
  });
}

function bodiesOf(nodes: Nodes, claim: JsonObject): Claim['awardingBodies'] {
  const processes = nodes.all(claim['awardedBy']);
  return eachOf(nodes.all(processes.flatMap(({ awardingBody }) => flat(awardingBody))), (one) => {
    const name = mapOf(one['legalName']);
    return name && { name, ...told({ homepage: homepageOf(nodes, one) }) };
  });
}

const homepageOf = (nodes: Nodes, node: JsonObject): string | undefined =>
  addressOf(nodes.all(node['homepage']).flatMap(({ contentURL }) => flat(contentURL)));

const identifiersOf = (nodes: Nodes, specification: JsonObject): Claim['identifiers'] =>
  eachOf(nodes.all(specification['identifier']), (one) => {
    const value = lineOf(one['notation']);
    return value === undefined ? undefined : { value, ...told({ type: lineOf(one['schemeName']) }) };
  });

/** The learning achievements that a European Digital Credential claims of a person. */
export const europeanAchievements = (nodes: Nodes, subject: JsonObject): readonly JsonObject[] =>
  nodes.all(subject['hasClaim']).filter(({ type }) => flat(type).includes('LearningAchievement'));

/** The main elements of a European Digital Credential (EDC-AP 3.2), which is a document of VC 1.1. */
export function readEuropean(nodes: Nodes, document: JsonObject, claim: JsonObject): Partial<Claim> {
  const specification = nodes.whole(claim['specifiedBy']);
  const display = nodes.whole(document['displayParameter']);
  const assessments = nodes.all(claim['provenBy']);
  const specified = nodes.all(assessments.flatMap(({ specifiedBy }) => flat(specifiedBy)));
  const supervision = codeIn(
    'supervision',
    assessments.flatMap(({ idVerification }) => flat(idVerification)),
  );
  const grades = noteOf(
    nodes,
    assessments.flatMap(({ grade }) => flat(grade)),
  );
  return told({
    title: mapOf(display['title']) ?? mapOf(claim['title']),
    description: mapOf(display['description']) ?? mapOf(specification['description']),
    level: levelOf(specification, levelsIn(specification['eqfLevel']), []),
    ...creditsOf(nodes, specification),
    ...workloadOf(specification),
    learningOutcomes: eachOf(nodes.all(specification['learningOutcome']), (one) => {
      const text = mapOf(one['title']);
      return text && { text };
    }),
    assessmentTypes: codesOf(
      'assessment',
      specified.flatMap(({ dcType }) => flat(dcType)),
    ),
    modes: codesOf('mode', specification['mode']),
    supervision: supervision === undefined ? undefined : { type: supervision },
    prerequisites: noteOf(nodes, specification['entryRequirement']),
    grade: grades && [...new Set(Object.values(grades))].join(' / '),
    identifiers: identifiersOf(nodes, specification),
    awardingBodies: bodiesOf(nodes, claim),
  });
}

/** When a European credential says that its claims were awarded. */
export const europeanAwardDay = (nodes: Nodes, claims: readonly JsonObject[]): string | undefined =>
  dayOf(
    nodes.all(claims.flatMap(({ awardedBy }) => flat(awardedBy))).flatMap(({ awardingDate }) => flat(awardingDate)),
  );
