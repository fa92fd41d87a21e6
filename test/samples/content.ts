import { ruleFor } from '../../src/domain/catalogue/credits.ts';
import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import type { OfferingForm } from '../../src/domain/catalogue/offering-form.ts';

/** Of nobody: made up, with digits that fit. */
const rors = {
  board: 'https://ror.org/0b0ard030',
  faculty: 'https://ror.org/0facvty98',
  provsjo: 'https://ror.org/0pr0vsj51',
  koesaari: 'https://ror.org/0k0esaa02',
};

/**
 * Every element in every language but what an institution has to have first (see `describedContent`), nothing to find
 * fault with and nothing to advise: a Swedish course with credits.
 */
export const completeContent: CompleteContent = {
  title: { sv: 'Vattenrening', fi: 'Vedenpuhdistus', en: 'Water treatment' },
  description: {
    sv: 'Hur råvatten blir dricksvatten, för den som arbetar vid ett vattenverk.\n\nFyra inlämningsuppgifter och korta inspelade föreläsningar.',
    fi: 'Miten raakavedestä tulee juomavettä, vesilaitoksella työskentelevälle.',
    en: 'How raw water becomes drinking water, for people who work at a waterworks.',
  },
  learningOutcomes: [
    {
      type: 'skill',
      text: {
        sv: 'Beräkna dosen av fällningskemikalie',
        fi: 'Laskea saostuskemikaalin annoksen',
        en: 'Calculate the dose of a coagulant',
      },
      skills: [
        {
          iri: 'http://data.europa.eu/esco/skill/8369c2d6-c100-4cf6-bd8c-9668d8678433',
          label: { sv: 'vattenkemi', fi: 'vesikemia', en: 'water chemistry' },
        },
        { iri: 'http://data.europa.eu/snb/dcf/12', label: { en: 'Digital modelling' } },
      ],
    },
    {
      type: 'knowledge',
      text: {
        sv: 'Förklara flockning och filtrering',
        fi: 'Selittää flokkauksen ja suodatuksen',
        en: 'Explain flocculation and filtration',
      },
    },
  ],
  workload: { hours: 80, ects: 3 },
  level: { eqf: 7 },
  cycle: 'second',
  depthCode: 'A1N',
  assessmentTypes: ['written-examination', 'project-work'],
  participation: {
    modes: ['online', 'blended'],
    activities: ['e-learning-coursework', 'lab-simulation-practice-coursework'],
  },
  qualityAssurance: [
    {
      type: 'institutional-quality-assurance',
      body: { id: rors.board, name: { sv: 'Utbildningsnämnden', fi: 'Koulutuslautakunta', en: 'Education Board' } },
      reference: 'https://provsjo.example/kvalitet',
    },
    { type: 'programme-quality-assurance', body: { id: rors.faculty, name: { sv: 'Fakultetsnämnden' } } },
  ],
  fields: ['0712', '0711'],
  languages: ['sv', 'en'],
  prerequisites: {
    sv: 'Kandidatexamen i teknik.',
    fi: 'Tekniikan kandidaatin tutkinto.',
    en: 'A bachelor’s degree in engineering.',
  },
  supervision: { type: 'supervised-with-id', place: 'onsite' },
  gradingScheme: {
    title: { sv: 'Tregradig skala', fi: 'Kolmiportainen asteikko', en: 'Three-step scale' },
    description: { sv: 'Underkänd till väl godkänd' },
    grades: [
      { value: 'U', passes: false, label: { sv: 'Underkänd', fi: 'Hylätty', en: 'Fail' } },
      { value: 'G', passes: true, label: { sv: 'Godkänd', fi: 'Hyväksytty', en: 'Pass' } },
      { value: 'VG', passes: true, label: { sv: 'Väl godkänd', fi: 'Kiittäen', en: 'Pass with distinction' } },
    ],
  },
  stackability: {
    kind: 'can-be-part-of',
    statement: {
      sv: 'Kan räknas in i masterprogrammet i vattenteknik.',
      fi: 'Voidaan lukea osaksi vesitekniikan maisteriohjelmaa.',
      en: 'Can count towards the master’s programme in water engineering.',
    },
    of: [
      {
        title: { sv: 'Master i vattenteknik', en: 'Master in water engineering' },
        url: 'https://provsjo.example/master',
      },
      { title: { sv: 'Annat' } },
    ],
  },
  furtherInformation: { sv: 'Ges vartannat år.', fi: 'Joka toinen vuosi.', en: 'Given every other year.' },
  homepage: 'https://provsjo.example/vatten',
  awardingBodies: [
    {
      id: rors.provsjo,
      name: { sv: 'Provsjö högskola', en: 'Provsjö University College' },
      country: 'SE',
      homepage: 'https://provsjo.example/',
      decision: { date: '2026-01-12', reference: 'PH 2026/7' },
    },
    // Called like no institution of the tests.
    { id: rors.koesaari, name: { fi: 'Länsirannan yliopisto' }, country: 'FI', decision: { date: '2026-01-14' } },
  ],
  legalForms: ['se-regular'],
  syllabus: { code: 'VA101', decisionDate: '2026-01-15', url: 'https://provsjo.example/kursplan/VA101' },
  opportunityType: 'course',
  targetGroups: {
    codes: ['in-tertiary-education-eqf-7', 'work-experience-3-10-years'],
    text: { sv: 'Drifttekniker vid vattenverk', fi: 'Vesilaitosten käyttöteknikot', en: 'Operators of waterworks' },
  },
  keywords: { sv: ['dricksvatten', 'fällning'], fi: ['juomavesi'], en: ['drinking water', 'coagulation'] },
  funding: {
    programme: { sv: 'Lyftet för vattenverk', fi: 'Vesilaitosten ohjelma', en: 'Waterworks programme' },
    project: { sv: 'Rent vatten i norr', en: 'Clean water in the north' },
    code: 'VV-2026/17',
    until: '2031-12-31',
    sentence: { sv: 'Medfinansieras av unionen.', fi: 'Unionin osarahoittama.', en: 'Co-funded by the Union.' },
    then: { sv: 'Kursen ges mot avgift.', fi: 'Koulutus muuttuu maksulliseksi.', en: 'The course is given for a fee.' },
  },
  licence: 'cc-by-4',
  exampleToReuse: {
    whatWorked: { sv: 'Korta filmer från driften.', fi: 'Lyhyet videot.', en: 'Short films from the plant.' },
  },
};

/** The emblem of `describedContent`, by the digest of its bytes. */
export const sampleEmblem = 'c0ffee'.padEnd(64, '0');
/** What an institution has that may publish `describedContent`. */
export const sampleThemes = new Map([
  ['vatten', { sv: 'Vatten', fi: 'Vesi', en: 'Water' }],
  ['norr', { sv: 'Norra Sverige', en: 'Northern Sweden' }],
]);

type Changes = { readonly [Name in keyof CompleteContent]?: CompleteContent[Name] | undefined };

/** The content with these elements instead of its own; what is `undefined` is left out. */
export function contentWith(changes: Changes, base = completeContent): CompleteContent {
  const members = Object.entries({ ...base, ...changes });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as CompleteContent;
}

/** With themes and an emblem, which the institution has to have, and copied from another institution. */
export const describedContent = contentWith({
  themes: [...sampleThemes].map(([code, label]) => ({ code, label })),
  funding: { ...completeContent.funding!, emblem: sampleEmblem },
  provenance: {
    version: 'https://merit.example/institutions/koesaari/microcredentials/vesi/versions/2',
    title: { fi: 'Vedenpuhdistus', en: 'Water treatment' },
    institution: { fi: 'Koesaaren yliopisto' },
    licence: 'cc-by-4',
  },
});

/** A Swedish course that gives no credits: hours alone, no level, and nothing that may be left out. */
export const hoursOnlyContent = contentWith({
  learningOutcomes: completeContent.learningOutcomes.map(({ text }) => ({ text })),
  workload: { hours: 12 },
  level: { notApplicable: true, reason: { sv: 'Öppet för alla.', fi: 'Avoin kaikille.', en: 'Open to everyone.' } },
  cycle: undefined,
  depthCode: undefined,
  prerequisites: undefined,
  supervision: undefined,
  stackability: undefined,
  furtherInformation: undefined,
  homepage: undefined,
  awardingBodies: [{ id: rors.provsjo, name: { sv: 'Provsjö högskola' }, country: 'SE' }],
  legalForms: ['se-open-no-credits'],
  syllabus: undefined,
  opportunityType: undefined,
  targetGroups: undefined,
  keywords: undefined,
  funding: undefined,
  licence: undefined,
  exampleToReuse: undefined,
});

/** A Finnish course of the open university. */
export const finnishContent = contentWith({
  awardingBodies: [
    { id: rors.koesaari, name: { sv: 'Koesaari universitet', fi: 'Koesaaren yliopisto' }, country: 'FI' },
  ],
  gradingScheme: {
    grades: [
      { value: '5', passes: true },
      { value: '1', passes: true },
      { value: '0', passes: false },
    ],
  },
  cycle: undefined,
  depthCode: undefined,
  legalForms: ['fi-open-university'],
  syllabus: { code: 'VESI-1', decisionDate: '2026-01-15' },
});

/** A Swedish course with credits that a client buys for its people. */
export const commissionedContent = contentWith({ legalForms: ['se-commissioned-credits'] });

/** With credits under no country's legal form, so that any institution may publish it, without a syllabus; of one body. */
export const anyCountryContent = contentWith({
  // No institution of the tests, wherever it is given.
  awardingBodies: [{ name: { sv: 'Nordviks högskola', en: 'Nordvik University College' }, country: 'SE' }],
  legalForms: ['other'],
  otherFormReason: {
    sv: 'Kursen ges enligt ett annat lands lag.',
    fi: 'Koulutus annetaan toisen maan lain mukaan.',
    en: 'The course is given under another country’s law.',
  },
  syllabus: undefined,
});

/** The same course for students and for people whom a client sends, with credits and without. */
export const sharedContent = contentWith({
  legalForms: ['se-regular', 'se-commissioned-no-credits', 'se-commissioned-credits'],
});

/** Hours that are not whole, and an outcome in one language alone: what a document has to carry as it stands. */
export const unevenContent = contentWith(
  {
    workload: { hours: 80.5, ects: 3 },
    learningOutcomes: [...completeContent.learningOutcomes, { text: { en: 'Plan maintenance' } }],
  },
  commissionedContent,
);

/** The law of the runs of the tests. */
const aRunStarts = '2026-09-01';

/** Each legal form of the content as a run can open it: for everyone whom the law lets in, free of charge. */
export const runFormsOf = ({ legalForms }: Pick<CompleteContent, 'legalForms'>): readonly OfferingForm[] =>
  legalForms.map((form) => {
    const { audience, application } = ruleFor(form, aRunStarts);
    return { form, audience: audience.is, application: application.is[0] ?? 'individual' };
  });
