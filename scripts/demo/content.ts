import type { MicrocredentialContent } from '../../src/domain/catalogue/microcredential.ts';

/** The draft that the demo publishes; what it lacks at first is the point of the second step. */
export const completeContent = (country: 'SE' | 'FI'): MicrocredentialContent => ({
  title: {
    sv: 'Källkritik i en tid av språkmodeller',
    fi: 'Lähdekritiikki kielimallien aikana',
    en: 'Source criticism in an age of language models',
  },
  description: {
    sv: 'För den som granskar text i sitt arbete. Kursen visar hur påståenden spåras till sin källa och vad en språkmodell inte kan stå för.',
    fi: 'Työssään tekstejä arvioiville. Kurssilla jäljitetään väitteiden lähteitä ja tarkastellaan, mistä kielimalli ei voi vastata.',
    en: 'For people who review text at work. The course traces claims to their source and looks at what a language model cannot answer for.',
  },
  learningOutcomes: [
    {
      text: {
        sv: 'spåra ett påstående till dess första källa och bedöma källans värde',
        fi: 'jäljittää väitteen alkuperäiseen lähteeseen ja arvioida lähteen arvoa',
        en: 'trace a claim to its first source and judge what that source is worth',
      },
      type: 'skill',
    },
    {
      text: {
        sv: 'redogöra för hur en språkmodell kommer fram till sin text',
        fi: 'selostaa, miten kielimalli tuottaa tekstinsä',
        en: 'explain how a language model arrives at its text',
      },
      type: 'knowledge',
    },
  ],
  workload: { hours: 54, ects: 2 },
  level: { eqf: 6 },
  cycle: 'first',
  assessmentTypes: ['marked-assignment'],
  participation: { modes: ['online'], activities: ['e-learning-coursework'] },
  qualityAssurance: [
    {
      type: 'institutional-quality-assurance',
      body: {
        name: {
          sv: 'Lärosätets kvalitetsnämnd',
          fi: 'Korkeakoulun laatulautakunta',
          en: 'The institution’s quality board',
        },
      },
    },
  ],
  fields: ['0322'],
  languages: ['sv', 'en'],
  gradingScheme: {
    grades: [
      { value: 'G', passes: true, label: { sv: 'Godkänd', fi: 'Hyväksytty', en: 'Pass' } },
      { value: 'U', passes: false, label: { sv: 'Underkänd', fi: 'Hylätty', en: 'Fail' } },
    ],
  },
  supervision: { type: 'unsupervised-without-id', place: 'online' },
  stackability: { kind: 'stand-alone' },
  awardingBodies: [{ name: { sv: 'Demolärosätet', fi: 'Demokorkeakoulu', en: 'The demo institution' }, country }],
  legalForms: [country === 'FI' ? 'fi-continuing-education' : 'other'],
  ...(country === 'SE' && {
    otherFormReason: { en: 'A demonstration: no law of any country stands behind it.' },
  }),
  opportunityType: 'short-learning-programme',
});
