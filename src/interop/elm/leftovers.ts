import type { ImportDocument } from '../import/document.ts';
import type { Kind } from './kinds.ts';
import { isPlainName, type Leftover } from '../import/parts.ts';

/** Data about a person: one note names them all, and none of them is read. */
const personal = [
  'awardingDate',
  'creditReceived',
  'dateIssued',
  'grade',
  'gradeStatus',
  'identifier',
  'levelOfCompletion',
  'receivedBy',
  'resultDistribution',
  'shortenedGrading',
  'temporal',
];

/** Members about which nothing is said: about the person, or the envelope of the document. */
const silent: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  credential: [
    'credentialProfiles',
    'credentialSchema',
    'credentialStatus',
    'credentialSubject',
    'evidence',
    'expirationDate',
    'holder',
    'identifier',
    'issuanceDate',
    'issued',
    'issuer',
    'proof',
    'termsOfUse',
    'validFrom',
    'validUntil',
    'verificationCheck',
  ],
  opportunity: ['defaultLanguage'],
  achievement: personal,
  awarding: personal,
  activity: personal,
  assessment: personal,
};

const noPlace = 'there is no place for it here.';
const ofOffering = 'it belongs to an offering.';
const ofOrganisation = 'an institution keeps what concerns it in its own settings.';

/** What was left out, and why. */
const reasons: Readonly<Record<string, string>> = {
  accreditation: `An accreditation was left out: ${noPlace}`,
  additionalNote: `A note was left out: ${noPlace}`,
  admissionProcedure: `How to be admitted was left out: ${ofOffering}`,
  altLabel: 'Another name was left out: the legal name was taken.',
  applicationDeadline: `The last day to apply was left out: ${ofOffering}`,
  assessedBy: `Who assessed was left out: ${noPlace}`,
  attachment: `Attached files were left out: ${noPlace}`,
  awardedBy: 'Who stands behind this part was left out: the awarding bodies are those of the whole.',
  bannerImage: `A picture was left out: ${noPlace}`,
  contactPoint: `Contact details were left out: ${noPlace}`,
  dateModified: `When it was last changed was left out: ${noPlace}`,
  directedBy: `Who led the activity was left out: ${noPlace}`,
  displayParameter: 'What the certificate looks like was left out: certificates are drawn here.',
  duration: `How long it runs in the calendar was left out: ${ofOffering}`,
  educationLevel: 'A level in words was left out: the EQF level says it here.',
  educationSubject: 'The subject was left out: the field of education (ISCED-F) says it here.',
  educationalSystemNote: `The system of education was left out: ${noPlace}`,
  eIDASIdentifier: `The organisation’s eIDAS identifier was left out: ${ofOrganisation}`,
  entitlesTo: `What it entitles to was left out: ${noPlace}`,
  fullAddress: `The postal address was left out: ${ofOrganisation}`,
  grant: `Financial support was left out: ${ofOffering}`,
  groupMemberOf: `The groups that the organisation belongs to were left out: ${noPlace}`,
  hasPart: 'Its parts were left out: import each on its own if it is awarded on its own.',
  identifier: 'An identifier was left out: identifiers are given here.',
  isPartOf: `What it is a part of was left out: ${noPlace}`,
  language: `The language of the assessment was left out: ${noPlace}`,
  learningOpportunity: `The course occasion was left out: ${ofOffering}`,
  learningSchedule: `The schedule was left out: ${ofOffering}`,
  learningSetting: 'Whether the learning is formal or non-formal was left out: the legal form says it here.',
  location: `The place was left out: ${ofOffering}`,
  logo: `The logo was left out: ${ofOrganisation}`,
  maximumDuration: `How long a learner may take was left out: ${ofOffering}`,
  mode: 'Whether the assessment is online or on site was left out: it is said here of supervised assessments only.',
  priceDetail: `The price was left out: ${ofOffering}`,
  providedBy: `Who gives the course was left out: ${ofOffering}`,
  publisher: `Who published the entry was left out: ${noPlace}`,
  qualificationCode: `The code of the qualification was left out: ${noPlace}`,
  registration: `The organisation’s registration number was left out: ${ofOrganisation}`,
  reusabilityLevel: `How widely the skill can be used was left out: ${noPlace}`,
  scheduleInformation: `The schedule was left out: ${ofOffering}`,
  spatialCode: `The region was left out: a country is enough here.`,
  status: `The status of the entry was left out: ${noPlace}`,
  supplementaryDocument: `Supplementary documents were left out: ${noPlace}`,
  targetGroup: `The target group was left out: ${noPlace}`,
  taxIdentifier: `The organisation’s tax number was left out: ${ofOrganisation}`,
  temporal: `When it takes place was left out: ${ofOffering}`,
  vatIdentifier: `The organisation’s VAT number was left out: ${ofOrganisation}`,
};

/** What else a member is called where the same name means different things. */
const titles: Readonly<Partial<Record<Kind, string>>> = {
  activity: 'The title of the activity',
  activitySpecification: 'The title of the activity',
  assessment: 'The title of the assessment',
  assessmentSpecification: 'The title of the assessment',
  accreditation: 'The title of the accreditation',
};

function sentence({ kind, member }: Leftover<Kind>): string {
  if (member === 'title' && titles[kind] !== undefined) return `${titles[kind]} was left out: ${noPlace}`;
  return Object.hasOwn(reasons, member) ? reasons[member]! : `“${member}” was left out: ${noPlace}`;
}

/** Names every member that nobody read; to be called when everything is read. */
export function noteLeftovers(document: ImportDocument<Kind>): void {
  for (const leftover of document.leftovers()) {
    const { kind, member, pointer } = leftover;
    if (silent[kind]?.includes(member)) continue;
    if (isPlainName(member)) document.notes.add(`${pointer}/${member}`, sentence(leftover));
    else document.notes.add(pointer, 'Members whose names the European Learning Model does not know were left out.');
  }
}
