import { approvedOrNot, fjallsjo, fjallsjoCourseQuality, skills } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const humanCentredMachineLearning = {
  slug: 'human-centred-machine-learning',
  institution: 'fjallsjo',
  ownerUnit: 'DPT',
  reviewBy: '2027-03-31',
  target: 'published',
  content: {
    title: {
      sv: 'Människocentrerad maskininlärning',
      fi: 'Ihmiskeskeinen koneoppiminen',
      en: 'Human-Centred Machine Learning',
    },
    description: {
      sv: 'En poddserie om hur maskininlärning blir till nytta för dem som ska leva med den. I tolv avsnitt samtalar forskare, formgivare och användare om urval av data, rättvisa, gränssnitt och ansvar. Du lyssnar när det passar dig och avslutar med ett kort kunskapstest.',
      fi: 'Podcastsarja siitä, miten koneoppiminen hyödyttää niitä, jotka elävät sen kanssa. Kahdessatoista jaksossa tutkijat, muotoilijat ja käyttäjät keskustelevat datan valinnasta, oikeudenmukaisuudesta, käyttöliittymistä ja vastuusta. Kuuntelet silloin kun sinulle sopii ja teet lopuksi lyhyen testin.',
      en: 'A podcast series on how machine learning comes to serve the people who live with it. In twelve episodes, researchers, designers and users talk about the choice of data, fairness, interfaces and responsibility. You listen whenever it suits you and finish with a short quiz.',
    },
    learningOutcomes: [
      {
        type: 'knowledge',
        text: {
          sv: 'Beskriva hur urvalet av data påverkar hur en modell behandlar olika grupper av människor',
          fi: 'Kuvata, miten datan valinta vaikuttaa siihen, miten malli kohtelee eri ihmisryhmiä',
          en: 'Describe how the choice of data affects the way a model treats different groups of people',
        },
        skills: [skills.machineLearning],
      },
      {
        type: 'skill',
        text: {
          sv: 'Jämföra två sätt att visa en modells osäkerhet för en användare',
          fi: 'Verrata kahta tapaa näyttää mallin epävarmuus käyttäjälle',
          en: 'Compare two ways of showing a model’s uncertainty to a user',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Ge exempel på frågor att ställa till användare innan en modell tas i bruk',
          fi: 'Antaa esimerkkejä kysymyksistä, joita käyttäjille on hyvä esittää ennen mallin käyttöönottoa',
          en: 'Give examples of questions to ask users before a model is put to use',
        },
      },
    ],
    workload: { hours: 12 },
    level: {
      notApplicable: true,
      reason: {
        sv: 'Innehållet är till för alla och bygger inte på tidigare studier. Lärosätet har därför inte placerat det på någon nivå.',
        fi: 'Sisältö on tarkoitettu kaikille eikä edellytä aiempia opintoja. Siksi korkeakoulu ei ole sijoittanut sitä millekään tasolle.',
        en: 'The content is for everyone and does not build on earlier studies. The institution has therefore not placed it at any level.',
      },
    },
    assessmentTypes: ['quiz'],
    participation: { modes: ['online'], activities: ['self-motivated-study'] },
    qualityAssurance: [fjallsjoCourseQuality],
    fields: ['0613', '0212'],
    languages: ['en'],
    prerequisites: {
      sv: 'Inga förkunskaper krävs. Avsnitten är på engelska.',
      fi: 'Esitietoja ei vaadita. Jaksot ovat englanniksi.',
      en: 'None. The episodes are in English.',
    },
    supervision: { type: 'unsupervised-without-id', place: 'online' },
    gradingScheme: approvedOrNot,
    stackability: {
      kind: 'stand-alone',
      statement: {
        sv: 'Kursen står för sig själv.',
        fi: 'Koulutus on itsenäinen kokonaisuus.',
        en: 'The course stands on its own.',
      },
    },
    furtherInformation: {
      sv: 'Alla avsnitt finns också som text. Testet kan göras om så många gånger som behövs.',
      fi: 'Kaikki jaksot ovat luettavissa myös tekstinä. Testin voi tehdä uudelleen niin monta kertaa kuin tarvitaan.',
      en: 'Every episode can also be read as text. The quiz may be taken as many times as needed.',
    },
    homepage: 'https://demo.invalid/fjallsjo/human-centred-machine-learning',
    awardingBodies: [fjallsjo],
    legalForms: ['se-open-no-credits'],
    opportunityType: 'mooc',
  },
} satisfies DemoMicrocredential;
