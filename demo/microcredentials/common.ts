import type { AwardingBody } from '../../src/domain/catalogue/bodies.ts';
import type {
  GradingScheme,
  MicrocredentialContent,
  SkillReference,
} from '../../src/domain/catalogue/microcredential.ts';

/** An institution names itself, and publication writes what is known of it. */
export const fjallsjo = { institution: 'fjallsjo' } as const;
export const skargarden = { institution: 'skargarden' } as const;

/** Of no service: it is written out, with what it decided. */
export const instituteOutside: AwardingBody = {
  id: 'https://ror.org/0b0ard030',
  name: {
    sv: 'Demoinstitutet för tillverkning',
    fi: 'Valmistuksen demoinstituutti',
    en: 'Demo Institute of Manufacturing',
  },
  country: 'FI',
  homepage: 'https://demo.invalid/tillverkning',
  decision: { date: '2026-01-15', reference: 'DTI 12/2026' },
};

type Assurance = NonNullable<MicrocredentialContent['qualityAssurance']>[number];

export const fjallsjoQuality: Assurance = {
  type: 'institutional-quality-assurance',
  body: fjallsjo,
  reference: 'https://demo.invalid/fjallsjo/kvalitet',
};

/** Short education outside the boards: its own unit reviews each course. */
export const fjallsjoCourseQuality: Assurance = {
  type: 'programme-quality-assurance',
  body: fjallsjo,
  reference: 'https://demo.invalid/fjallsjo/kvalitet/korta-kurser',
};

export const skargardenQuality: Assurance = {
  type: 'institutional-quality-assurance',
  body: skargarden,
  reference: 'https://demo.invalid/skargarden/kvalitet',
};

export const failPassDistinction: GradingScheme = {
  title: { sv: 'Tregradig skala: U, G, VG', fi: 'Kolmiportainen asteikko: U, G, VG', en: 'Three grades: U, G, VG' },
  grades: [
    { value: 'VG', passes: true, label: { sv: 'väl godkänd', fi: 'hyväksytty kiittäen', en: 'pass with distinction' } },
    { value: 'G', passes: true, label: { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' } },
    { value: 'U', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } },
  ],
};

export const failPass: GradingScheme = {
  title: { sv: 'Tvågradig skala: U, G', fi: 'Kaksiportainen asteikko: U, G', en: 'Two grades: U, G' },
  grades: [
    { value: 'G', passes: true, label: { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' } },
    { value: 'U', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } },
  ],
};

export const approvedOrNot: GradingScheme = {
  title: {
    sv: 'Godkänd eller underkänd',
    fi: 'Hyväksytty tai hylätty',
    en: 'Pass or fail',
  },
  grades: [
    { value: 'Godkänd', passes: true, label: { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' } },
    { value: 'Underkänd', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } },
  ],
};

export const zeroToFive: GradingScheme = {
  title: { sv: 'Vitsord 0–5', fi: 'Arvosana-asteikko 0–5', en: 'Grades 0–5' },
  grades: [
    { value: '5', passes: true, label: { sv: 'utmärkt', fi: 'erinomainen', en: 'excellent' } },
    { value: '4', passes: true, label: { sv: 'berömlig', fi: 'kiitettävä', en: 'very good' } },
    { value: '3', passes: true, label: { sv: 'god', fi: 'hyvä', en: 'good' } },
    { value: '2', passes: true, label: { sv: 'nöjaktig', fi: 'tyydyttävä', en: 'satisfactory' } },
    { value: '1', passes: true, label: { sv: 'försvarlig', fi: 'välttävä', en: 'sufficient' } },
    { value: '0', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } },
  ],
};

/** Skills of ESCO. The English labels are ESCO’s; the Swedish and Finnish ones are ours. */
const esco = (uuid: string, sv: string, fi: string, en: string): SkillReference => ({
  iri: `http://data.europa.eu/esco/skill/${uuid}`,
  label: { sv, fi, en },
});
export const skills = {
  machineLearning: esco('3a2d5b45-56e4-4f5a-a55a-4a4a65afdc43', 'maskininlärning', 'koneoppiminen', 'machine learning'),
  artificialIntelligence: esco(
    'e465a154-93f7-4973-9ce1-31659fe16dd2',
    'principer för artificiell intelligens',
    'tekoälyn periaatteet',
    'principles of artificial intelligence',
  ),
  collaborativeRelations: esco(
    '326809fc-238d-40c2-881e-40042f7f2f0d',
    'etablera samarbetsrelationer',
    'luoda yhteistyösuhteita',
    'establish collaborative relations',
  ),
  targetCommunity: esco(
    '80f308e6-0e09-404a-80cd-ec5f50f6f304',
    'kommunicera med målgruppen',
    'viestiä kohdeyhteisön kanssa',
    'communicate with target community',
  ),
};
