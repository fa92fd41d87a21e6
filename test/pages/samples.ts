import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import type { Summary } from '../../src/domain/verification/verification.ts';

export const withCredits: CompleteContent = {
  title: {
    sv: 'Tillämpad maskininlärning för yrkesverksamma',
    en: 'Applied machine learning for practitioners',
    fi: 'Koneoppimisen soveltaminen työelämässä',
  },
  description: {
    sv: 'Du lär dig att välja, träna och granska modeller med data från din egen arbetsplats. Kursen går på kvällstid och kräver ingen resa.\n\nUndervisningen bygger på fyra inlämningsuppgifter som du löser med egna data, och på korta inspelade föreläsningar som du ser när det passar.',
    en: 'You learn to choose, train and examine models with data from your own workplace. The course is given in the evenings and needs no travel.',
    fi: 'Opit valitsemaan, kouluttamaan ja arvioimaan malleja oman työpaikkasi aineistolla. Kurssi järjestetään iltaisin, eikä matkustaa tarvitse.',
  },
  learningOutcomes: [
    {
      text: {
        sv: 'välja en lämplig modell för ett givet problem och motivera valet',
        en: 'choose a suitable model for a given problem and give reasons for the choice',
        fi: 'valita sopiva malli annettuun ongelmaan ja perustella valinta',
      },
      type: 'skill',
      skills: [
        {
          iri: 'http://data.europa.eu/esco/skill/8369c2d6-c100-4cf6-bd8c-9668d8678433',
          label: { en: 'machine learning', sv: 'maskininlärning', fi: 'koneoppiminen' },
        },
      ],
    },
    {
      text: {
        sv: 'träna och utvärdera modellen på ett sätt som andra kan upprepa',
        en: 'train and evaluate the model in a way that others can repeat',
        fi: 'kouluttaa ja arvioida malli tavalla, jonka muut voivat toistaa',
      },
      type: 'skill',
    },
    {
      text: {
        sv: 'redogöra för risker med partiska data och för de regler som gäller',
        en: 'explain the risks of biased data and the rules that apply',
        fi: 'selittää vinoutuneen aineiston riskit ja sovellettavat säännöt',
      },
      type: 'knowledge',
    },
  ],
  workload: { hours: 80, ects: 3 },
  level: { eqf: 7 },
  cycle: 'second',
  depthCode: 'A1N',
  assessmentTypes: ['marked-assignment', 'oral-examination'],
  participation: { modes: ['online'], activities: ['e-learning-coursework'] },
  qualityAssurance: [
    {
      type: 'institutional-quality-assurance',
      body: { sv: 'Universitetskanslersämbetet', en: 'Swedish Higher Education Authority' },
      reference: 'https://www.uka.example/',
    },
  ],
  fields: ['0613'],
  languages: ['sv', 'en'],
  prerequisites: {
    sv: 'Minst 60 högskolepoäng i teknik eller motsvarande reell kompetens.',
    en: 'At least one year of studies in engineering, or the same knowledge gained elsewhere.',
    fi: 'Vähintään vuoden opinnot tekniikan alalla tai vastaava osaaminen.',
  },
  supervision: { type: 'supervised-with-id', place: 'online' },
  gradingScheme: {
    title: { sv: 'Tregradig skala', en: 'Three-step scale', fi: 'Kolmiportainen asteikko' },
    grades: [
      { value: 'U', passes: false, label: { sv: 'Underkänd', en: 'Fail', fi: 'Hylätty' } },
      { value: 'G', passes: true, label: { sv: 'Godkänd', en: 'Pass', fi: 'Hyväksytty' } },
      {
        value: 'VG',
        passes: true,
        label: { sv: 'Väl godkänd', en: 'Pass with distinction', fi: 'Kiittäen hyväksytty' },
      },
    ],
  },
  stackability: {
    kind: 'can-be-part-of',
    statement: {
      sv: 'Kan räknas in i masterprogrammet i datateknik.',
      en: 'Can count towards the master’s programme in computer engineering.',
    },
    of: [
      {
        title: { sv: 'Master i datateknik', en: 'Master in Computer Engineering' },
        url: 'https://university.example/master',
      },
    ],
  },
  furtherInformation: { en: 'Recordings have captions.' },
  homepage: 'https://university.example/ml',
  awardingBodies: [
    {
      name: { sv: 'Norrlands tekniska universitet', en: 'Norrland University of Technology' },
      country: 'SE',
      homepage: 'https://university.example/',
    },
  ],
  legalForm: 'se-regular',
  syllabus: { code: 'DT7123', decisionDate: '2026-03-02', url: 'https://university.example/syllabus/DT7123' },
  opportunityType: 'course',
};

const { depthCode: _, syllabus: __, cycle: ___, stackability: ____, prerequisites: _____, ...plain } = withCredits;
/** Commissioned, for managers: hours and nothing else. */
export const withoutCredits: CompleteContent = {
  ...plain,
  title: {
    sv: 'AI för chefer i offentlig sektor',
    en: 'AI for managers in the public sector',
    fi: 'Tekoäly julkisen sektorin johtajille',
  },
  workload: { hours: 24 },
  level: {
    notApplicable: true,
    reason: {
      sv: 'Kursen vänder sig till deltagare med mycket olika bakgrund.',
      en: 'The course is for people of very different backgrounds.',
    },
  },
  participation: { modes: ['blended'] },
  legalForm: 'se-commissioned-no-credits',
};

export const summary: Summary = {
  id: 'urn:uuid:5f1c9d7e-7a2b-4c3d-9e8f-000000000001',
  learner: 'Åsa Öhman-Järvinen',
  title: withCredits.title,
  issuer: {
    id: 'did:web:mikromerit.example:institutions:norrland',
    name: { sv: 'Norrlands tekniska universitet' },
    country: 'SE',
  },
  achievement: 'https://mikromerit.example/institutions/norrland/microcredentials/x/versions/2',
  level: { eqf: '7' },
  credits: 3,
  creditUnit: 'ECTS',
  hours: 80,
  languages: ['sv'],
  modes: ['online'],
  learningOutcomes: withCredits.learningOutcomes,
  grade: 'VG',
  awardedOn: '2026-11-05',
  validFrom: '2026-11-05T09:00:00Z',
  certificateName: { sv: 'kursbevis', en: 'course certificate', fi: 'todistus' },
};
