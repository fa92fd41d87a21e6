import { approvedOrNot, skargarden, skargardenQuality } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const rulesAndRisk = {
  slug: 'rules-and-risk-in-bank-and-insurance',
  institution: 'skargarden',
  ownerUnit: 'KON',
  reviewBy: '2027-08-31',
  target: 'published',
  content: {
    title: {
      sv: 'Regler och risk i bank och försäkring',
      fi: 'Säännöt ja riskit pankki- ja vakuutusalalla',
      en: 'Rules and Risk in Banking and Insurance',
    },
    description: {
      sv: 'En av flera små moduler för anställda inom bank- och försäkringsbranschen, planerade tillsammans med arbetsgivare i branschen. Modulen behandlar de regler som styr kundmötet, hur risker bedöms och vad som ska rapporteras. Deltagarna löser korta fall ur arbetsvardagen på nätet och får respons på varje fall.',
      fi: 'Yksi useista pienistä moduuleista pankki- ja vakuutusalan työntekijöille; ne on suunniteltu yhdessä alan työnantajien kanssa. Moduuli käsittelee asiakaskohtaamista ohjaavia sääntöjä, riskien arviointia ja raportointivelvollisuuksia. Osallistujat ratkaisevat verkossa lyhyitä työarjen tapauksia ja saavat jokaisesta palautetta.',
      en: 'One of several small modules for staff in banking and insurance, planned together with employers of the sector. The module covers the rules that govern a customer meeting, how risks are assessed and what must be reported. Participants solve short cases from everyday work online and get feedback on each.',
    },
    learningOutcomes: [
      {
        type: 'knowledge',
        text: {
          sv: 'Identifiera de regler som gäller i ett givet kundmöte och hänvisa till rätt källa',
          fi: 'Tunnistaa annettua asiakaskohtaamista koskevat säännöt ja viitata oikeaan lähteeseen',
          en: 'Identify the rules that apply to a given customer meeting and refer to the right source',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Klassificera riskerna i ett kundärende enligt en given modell',
          fi: 'Luokitella asiakastapauksen riskit annetun mallin mukaan',
          en: 'Classify the risks of a customer case according to a given model',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Skriva en rapport om en misstänkt transaktion med de uppgifter som krävs',
          fi: 'Laatia epäilyttävästä liiketoimesta ilmoituksen, jossa on vaadittavat tiedot',
          en: 'Write a report on a suspicious transaction with the information that is required',
        },
      },
    ],
    workload: { hours: 54, ects: 2 },
    level: { eqf: 6 },
    cycle: 'first',
    assessmentTypes: ['continuous-evaluation', 'quiz'],
    participation: { modes: ['online'], activities: ['e-learning-coursework', 'job-experience'] },
    qualityAssurance: [skargardenQuality],
    fields: ['0412', '0421'],
    languages: ['sv', 'fi'],
    prerequisites: {
      sv: 'Inga formella förkunskapskrav. Fallen förutsätter att deltagaren arbetar inom bank- eller försäkringsbranschen.',
      fi: 'Ei muodollisia esitietovaatimuksia. Tapaukset edellyttävät, että osallistuja työskentelee pankki- tai vakuutusalalla.',
      en: 'No formal prerequisites. The cases presuppose that the participant works in banking or insurance.',
    },
    supervision: { type: 'unsupervised-with-id', place: 'online' },
    gradingScheme: approvedOrNot,
    stackability: {
      kind: 'can-be-part-of',
      statement: {
        sv: 'Modulen kan ingå i en helhet tillsammans med de övriga modulerna för bank och försäkring.',
        fi: 'Moduuli voi sisältyä kokonaisuuteen, johon kuuluvat muut pankki- ja vakuutusalan moduulit.',
        en: 'The module can be part of a set together with the other modules for banking and insurance.',
      },
      of: [
        {
          title: {
            sv: 'Studievägen Bank och försäkring',
            fi: 'Oppimispolku Pankki ja vakuutus',
            en: 'Pathway Banking and Insurance',
          },
          url: 'https://demo.invalid/skargarden/studievag/bank-och-forsakring',
        },
      ],
    },
    furtherInformation: {
      sv: 'Modulen ges som skräddarsydd utbildning: beställaren anmäler sina anställda.',
      fi: 'Moduuli järjestetään räätälöitynä koulutuksena: tilaaja ilmoittaa työntekijänsä.',
      en: 'The module is tailored education: the client registers its staff.',
    },
    homepage: 'https://demo.invalid/skargarden/rules-and-risk',
    awardingBodies: [skargarden],
    legalForms: ['fi-tailored'],
    opportunityType: 'programme-module',
  },
} satisfies DemoMicrocredential;
