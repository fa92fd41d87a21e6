import type { Addresses } from '../../domain/addresses.ts';
import type { Summary } from '../../domain/verification.ts';
import type { JsonObject } from '../../services/ports.ts';
import { legalFormNames } from '../formats/codes.ts';
import { hoursOf } from '../formats/duration.ts';
import { codesOf, eachOf, firstCode, firstObject, mapOf, told } from './summary-values.ts';
import { asList, idOf, objectsOf, textOf } from './values.ts';

type Outcome = NonNullable<Summary['learningOutcomes']>[number];

function outcomeOf(node: JsonObject): Outcome | undefined {
  const text = mapOf(node['titleMap']);
  const skills = eachOf([...objectsOf(node['relatedESCOSkill']), ...objectsOf(node['relatedSkill'])], (skill) => {
    const iri = idOf(skill);
    return iri === undefined ? undefined : { iri, ...told({ label: mapOf(skill['prefLabel']) }) };
  });
  return text && { text, ...told({ type: firstCode('skillType', node['dcType']), skills }) };
}

const level = (node: JsonObject): Summary['level'] => {
  const read = told({
    eqf: firstCode('eqf', node['eqfLevel']),
    national: firstCode('nqf', node['nqfLevel']),
    notApplicable: mapOf(node['noLevelReason']),
  });
  return Object.keys(read).length > 0 ? read : undefined;
};

function supervision(node: JsonObject): Summary['supervision'] {
  const type = firstCode('supervision', node['supervision']);
  return type === undefined ? undefined : { type, ...told({ place: textOf(node['supervisionPlace']) }) };
}

function stackability(node: JsonObject): Summary['stackability'] {
  const told1 = node['isPartialQualification'];
  const kind =
    textOf(node['stackability']) ??
    (typeof told1 === 'boolean' ? (told1 ? 'can-be-part-of' : 'stand-alone') : undefined);
  const of = eachOf(node['canBePartOf'], (one) => {
    const title = mapOf(one['titleMap']);
    return title && { title, ...told({ url: textOf(one['url']) }) };
  });
  return kind === undefined ? undefined : { kind, ...told({ statement: mapOf(node['stackabilityStatement']), of }) };
}

const qualityAssurance = (node: JsonObject): Summary['qualityAssurance'] =>
  eachOf(node['qualityAssurance'], (one) => {
    const type = firstCode('qualityAssurance', one['dcType']);
    return type === undefined
      ? undefined
      : { type, ...told({ body: mapOf(one['assuredBy']), reference: textOf(one['reference']) }) };
  });

const awardingBodies = (node: JsonObject): Summary['awardingBodies'] =>
  eachOf(node['awardingBody'], (one) => {
    const name = mapOf(one['legalName']);
    return (
      name && { name, ...told({ country: firstCode('country', one['country']), homepage: textOf(one['homepage']) }) }
    );
  });

/** The elements that our own context carries; empty for another issuer's document. */
export function readOwnTerms(addresses: Addresses, achievement: JsonObject): Partial<Summary> {
  const legalFormIri = idOf(asList(achievement['legalForm'])[0]);
  const legalForm =
    Object.entries(legalFormNames).find(([, name]) => addresses.vocabulary + name === legalFormIri)?.[0] ??
    legalFormIri;
  return told({
    title: mapOf(achievement['titleMap']),
    description: mapOf(achievement['descriptionMap']),
    level: level(achievement),
    cycle: textOf(achievement['cycle']),
    depthCode: textOf(achievement['depthCode']),
    hours: hoursOf(achievement['volumeOfLearning']),
    learningOutcomes: eachOf(achievement['learningOutcome'], outcomeOf),
    assessmentTypes: codesOf('assessment', achievement['assessmentType']),
    modes: codesOf('mode', achievement['mode']),
    activities: codesOf('learningActivity', achievement['learningActivity']),
    qualityAssurance: qualityAssurance(achievement),
    fields: codesOf('iscedF', achievement['isced']),
    languages: codesOf('language', achievement['instructionLanguage']),
    prerequisites: mapOf(achievement['entryRequirement']),
    supervision: supervision(achievement),
    gradingScheme: mapOf(firstObject(achievement['gradingScheme'])['titleMap']),
    stackability: stackability(achievement),
    furtherInformation: mapOf(achievement['furtherInformation']),
    homepage: textOf(achievement['homepage']),
    certificateName: mapOf(achievement['certificateName']),
    legalForm,
    syllabus: textOf(firstObject(achievement['syllabus'])['syllabusCode']),
    awardingBodies: awardingBodies(achievement),
  });
}
