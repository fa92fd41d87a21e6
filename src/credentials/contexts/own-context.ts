import { createAddresses, type Addresses } from '../../domain/addresses/addresses.ts';
import { localHosts } from '../../domain/shared/loopback.ts';

const elm = 'http://data.europa.eu/snb/model/elm/';
const dcterms = 'http://purl.org/dc/terms/';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

const text = (id: string) => ({ '@id': id, '@container': '@language' });
const link = (id: string) => ({ '@id': id, '@type': '@id' });
const typed = (id: string, datatype: string) => ({ '@id': id, '@type': xsd + datatype });

/**
 * The terms that Open Badges lacks: Annex I of Council Recommendation 2022/C 243/02 as data, with the properties of
 * the European Learning Model 3.2 where it has one. Never changed after first use: signatures rest on it, so a new
 * term needs a new address. It defines no prefix, so that a member has one spelling only.
 */
export function ownContext(addresses: Addresses) {
  const own = (name: string) => addresses.vocabulary + name;
  return {
    '@context': {
      '@version': 1.1,
      '@protected': true,
      // The award
      learnerName: 'https://schema.org/name',
      completedOn: typed(own('completedOn'), 'date'),
      // Who gave the course where another than its owner did
      providedBy: link(`${elm}providedBy`),
      courseOwner: link(own('courseOwner')),
      // Its result: how the person was examined, and the register that decided
      examinationPlace: own('examinationPlace'),
      identityCheck: own('identityCheck'),
      identityCheckedBy: own('identityCheckedBy'),
      decidedInRegister: own('decidedInRegister'),
      registeredAs: own('registeredAs'),
      attestedAt: typed(own('attestedAt'), 'dateTime'),
      // Texts in several languages
      titleMap: text(`${dcterms}title`),
      descriptionMap: text(`${dcterms}description`),
      prefLabel: text(`${skos}prefLabel`),
      legalName: text('http://www.w3.org/ns/regorg#legalName'),
      // Level, field and size
      eqfLevel: link(`${elm}EQFLevel`),
      nqfLevel: link(`${elm}NQFLevel`),
      noLevelReason: text(own('noLevelReason')),
      cycle: own('cycle'),
      depthCode: own('depthCode'),
      isced: link(`${elm}ISCEDFCode`),
      volumeOfLearning: typed(`${elm}volumeOfLearning`, 'duration'),
      opportunityType: link(own('opportunityType')),
      instructionLanguage: link(`${dcterms}language`),
      // For whom, about what, who paid, and what others may do with it. What no reader asks about alone is one literal.
      targetGroup: link(`${elm}targetGroup`),
      targetGroupText: text(own('targetGroupText')),
      theme: { '@id': own('theme'), '@type': '@json' },
      keyword: { '@id': own('keyword'), '@type': '@json' },
      funding: { '@id': own('funding'), '@type': '@json' },
      licence: link(`${dcterms}license`),
      // Learning outcomes
      learningOutcome: link(`${elm}learningOutcome`),
      dcType: link(`${dcterms}type`),
      relatedESCOSkill: link(`${elm}relatedESCOSkill`),
      relatedSkill: link(`${elm}relatedSkill`),
      // Participation and assessment
      mode: link(`${elm}mode`),
      learningActivity: link(own('learningActivity')),
      assessmentType: link(own('assessmentType')),
      supervision: link(`${elm}idVerification`),
      supervisionPlace: own('supervisionPlace'),
      // One literal (JSON-LD 1.1 §4.2.2): a scale has an order, and as nodes its grades cost more than all else together.
      gradingScheme: { '@id': own('gradingScheme'), '@type': '@json' },
      // Quality assurance, entry, stackability
      qualityAssurance: link(own('qualityAssurance')),
      assuredBy: text(own('assuredBy')),
      assurer: link(own('assurer')),
      reference: typed(own('reference'), 'anyURI'),
      entryRequirement: text(own('entryRequirement')),
      isPartialQualification: typed(`${elm}isPartialQualification`, 'boolean'),
      stackabilityStatement: text(own('stackabilityStatement')),
      canBePartOf: link(own('canBePartOf')),
      // Who awards, in which legal form, and where to read on
      awardingBody: link(`${elm}awardingBody`),
      country: link(`${elm}countryCode`),
      homepage: typed(own('homepage'), 'anyURI'),
      legalForm: link(own('legalForm')),
      certificateName: text(own('certificateName')),
      syllabus: link(own('syllabus')),
      syllabusCode: own('syllabusCode'),
      decidedOn: typed(own('decidedOn'), 'date'),
      furtherInformation: text(own('furtherInformation')),
    },
  };
}

/**
 * The deployment of this software whose own context stands at this address: ours, or another one. The definitions
 * follow from the address alone, so what its host serves there does not matter, and nobody asks it. One deployment
 * has one name: https and no port, user, query or other spelling; on this machine alone http, with any port.
 */
export function deploymentOf(contextUrl: string, ours: Addresses): Addresses | undefined {
  if (contextUrl === ours.context) return ours;
  if (!URL.canParse(contextUrl)) return undefined;
  const { protocol, hostname, port, origin } = new URL(contextUrl);
  const isLocal = protocol === 'http:' && localHosts.includes(hostname);
  if (!isLocal && (protocol !== 'https:' || port !== '')) return undefined;
  const addresses = createAddresses(origin);
  return addresses.context === contextUrl ? addresses : undefined;
}
