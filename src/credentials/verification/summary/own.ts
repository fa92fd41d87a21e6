import type { Addresses } from '../../../domain/addresses/addresses.ts';
import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { legalFormNames } from '../../document/codes.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { readDescription } from './description.ts';
import { eachOf, once } from './order.ts';
import { addressOf, codeIn, codesOf, dayOf, flagOf, lineOf, mapOf, told } from './values.ts';
import { isBlank, objectsOf, textOf } from '../../document/values.ts';

function skillOf(skill: JsonObject) {
  const iri = textOf(skill['id']);
  return iri === undefined || isBlank(iri) ? undefined : { iri, ...told({ label: mapOf(skill['prefLabel']) }) };
}

function outcomesOf(nodes: Nodes, achievement: JsonObject): Claim['learningOutcomes'] {
  const skill = once(skillOf);
  return eachOf(nodes.all(achievement['learningOutcome']), (node) => {
    const text = mapOf(node['titleMap']);
    const skills = eachOf(nodes.all([node['relatedESCOSkill'], node['relatedSkill']]), skill);
    return text && { text, ...told({ type: codeIn('skillType', node['dcType']), skills }) };
  });
}

function supervision(node: JsonObject): Claim['supervision'] {
  const type = codeIn('supervision', node['supervision']);
  return type === undefined ? undefined : { type, ...told({ place: lineOf(node['supervisionPlace']) }) };
}

function stackability(nodes: Nodes, node: JsonObject): Claim['stackability'] {
  const isPart = flagOf(node['isPartialQualification']);
  const kind = isPart === undefined ? undefined : isPart ? 'can-be-part-of' : 'stand-alone';
  const of = eachOf(nodes.all(node['canBePartOf']), (one) => {
    const title = mapOf(one['titleMap']);
    return title && { title, ...told({ url: addressOf(one['url']) }) };
  });
  return kind === undefined ? undefined : { kind, ...told({ statement: mapOf(node['stackabilityStatement']), of }) };
}

const qualityAssurance = (nodes: Nodes, node: JsonObject): Claim['qualityAssurance'] =>
  eachOf(nodes.all(node['qualityAssurance']), (one) => {
    const type = codeIn('qualityAssurance', one['dcType']);
    return type === undefined
      ? undefined
      : { type, ...told({ ...assurer(nodes, one), reference: addressOf(one['reference']) }) };
  });

/** By its name; where it is the issuer, by what the document says of the issuer. */
function assurer(nodes: Nodes, one: JsonObject) {
  const [body] = nodes.all(one['assurer']);
  return { body: mapOf(one['assuredBy']) ?? mapOf(body?.['legalName']), bodyId: addressOf(one['assurer']) };
}

/** Institutions and other bodies that a member names, with what the document says of them anywhere. */
export const bodiesOf = (nodes: Nodes, named: unknown, achievement: JsonObject): Claim['awardingBodies'] =>
  eachOf(nodes.all(named), (one) => {
    const name = mapOf(one['legalName']);
    const { country, homepage = one['url'] } = one;
    // The same institution may stand in another part, too, and there it has decided nothing.
    const decidedOn = named === achievement['awardingBody'] ? dayOf(one['decidedOn']) : undefined;
    const said = { id: idBeside(achievement, one), homepage: addressOf(homepage), decidedOn };
    return name && { name, ...told({ ...said, country: codeIn('country', country) ?? addressCountry(nodes, one) }) };
  });

/** What a body is called everywhere; as a part of the achievement it has an address that says nothing. */
function idBeside(achievement: JsonObject, body: JsonObject): string | undefined {
  const id = textOf(body['id']);
  return id?.startsWith(`${String(achievement['id'])}#`) ? undefined : id;
}

/** The issuer's, which Open Badges says in an address. */
const addressCountry = (nodes: Nodes, body: JsonObject): string | undefined =>
  lineOf(nodes.all(body['address']).map(({ addressCountryCode }) => addressCountryCode));

/** The code of a legal form of our vocabulary, or its IRI where it is of another. */
export function legalFormOf(addresses: Addresses, achievement: JsonObject): string | undefined {
  const iri = addressOf(achievement['legalForm']);
  return Object.entries(legalFormNames).find(([, name]) => addresses.vocabulary + name === iri)?.[0] ?? iri;
}

const schemesOf = (achievement: JsonObject) => mapOf(objectsOf(achievement['gradingScheme']).map(({ title }) => title));

/** The elements that our own context carries; empty for another issuer's document. */
export function readOwnTerms(addresses: Addresses, nodes: Nodes, achievement: JsonObject): Partial<Claim> {
  return told({
    title: mapOf(achievement['titleMap']),
    description: mapOf(achievement['descriptionMap']),
    cycle: lineOf(achievement['cycle']),
    depthCode: lineOf(achievement['depthCode']),
    learningOutcomes: outcomesOf(nodes, achievement),
    modes: codesOf('mode', achievement['mode']),
    activities: codesOf('learningActivity', achievement['learningActivity']),
    qualityAssurance: qualityAssurance(nodes, achievement),
    fields: codesOf('iscedF', achievement['isced']),
    languages: codesOf('language', achievement['instructionLanguage']),
    prerequisites: mapOf(achievement['entryRequirement']),
    supervision: supervision(achievement),
    gradingScheme: schemesOf(achievement),
    stackability: stackability(nodes, achievement),
    furtherInformation: mapOf(achievement['furtherInformation']),
    homepage: addressOf(achievement['homepage']),
    certificateName: mapOf(achievement['certificateName']),
    legalForm: legalFormOf(addresses, achievement),
    syllabus: lineOf(nodes.all(achievement['syllabus']).map(({ syllabusCode }) => syllabusCode)),
    awardingBodies: bodiesOf(nodes, achievement['awardingBody'], achievement),
    ...readDescription(achievement),
  });
}
