import { failPass, fjallsjo, fjallsjoQuality, skills } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const aiForPublicManagers = {
  slug: 'ai-and-machine-learning-for-public-managers',
  institution: 'fjallsjo',
  ownerUnit: 'UPP',
  reviewBy: '2027-12-15',
  target: 'in-review',
  content: {
    title: {
      sv: 'AI och maskininlärning för chefer i offentlig sektor',
      fi: 'Tekoäly ja koneoppiminen julkisen sektorin johtajille',
      en: 'AI and Machine Learning for Managers in the Public Sector',
    },
    description: {
      sv: 'Kursen ger chefer i kommuner, regioner och statliga myndigheter grund för att besluta om AI i den egna verksamheten. Den behandlar vad tekniken klarar, vad lagen kräver, hur en upphandling går till och hur medarbetare och medborgare tas med. Varje deltagare arbetar fram ett beslutsunderlag i ett verkligt fall.',
      fi: 'Opintojakso antaa kuntien, alueiden ja valtion viranomaisten johtajille perustan päättää tekoälyn käytöstä omassa toiminnassa. Siinä käsitellään, mihin tekniikka pystyy, mitä laki edellyttää, miten hankinta tehdään ja miten henkilöstö ja kansalaiset otetaan mukaan. Jokainen osallistuja valmistelee päätösesityksen todellisesta tapauksesta.',
      en: 'The course gives managers in municipalities, regions and government agencies a foundation for deciding about AI in their own organisations. It covers what the technology can do, what the law requires, how procurement works, and how staff and citizens are involved. Each participant prepares a basis for decision in a real case.',
    },
    learningOutcomes: [
      {
        type: 'knowledge',
        text: {
          sv: 'Redogöra för vad en maskininlärningsmodell kan och inte kan göra i en myndighets handläggning',
          fi: 'Selostaa, mitä koneoppimismalli voi ja mitä se ei voi tehdä viranomaisen asiankäsittelyssä',
          en: 'Give an account of what a machine-learning model can and cannot do in the handling of cases by a public authority',
        },
        skills: [skills.artificialIntelligence],
      },
      {
        type: 'skill',
        text: {
          sv: 'Tillämpa reglerna om automatiserade beslut, dataskydd och offentlighet på ett givet fall',
          fi: 'Soveltaa automaattisia päätöksiä, tietosuojaa ja julkisuutta koskevia sääntöjä annettuun tapaukseen',
          en: 'Apply the rules on automated decisions, data protection and public access to a given case',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Formulera krav på ett AI-system inför en upphandling',
          fi: 'Muotoilla tekoälyjärjestelmälle vaatimukset hankintaa varten',
          en: 'Formulate requirements for an AI system ahead of a procurement',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Upprätta ett beslutsunderlag som väger nytta, kostnad och risk mot varandra',
          fi: 'Laatia päätösesityksen, jossa punnitaan hyötyä, kustannuksia ja riskejä',
          en: 'Prepare a basis for decision that weighs benefit, cost and risk',
        },
      },
    ],
    workload: { hours: 40, ects: 1.5 },
    level: { eqf: 7 },
    cycle: 'second',
    depthCode: 'AXX',
    assessmentTypes: ['marked-assignment', 'group-performance'],
    participation: {
      modes: ['blended', 'onsite'],
      activities: ['workshop-seminar-or-conference', 'e-learning-coursework'],
    },
    qualityAssurance: [fjallsjoQuality],
    fields: ['0413', '0688'],
    languages: ['sv'],
    prerequisites: {
      sv: 'Minst 180 högskolepoäng, eller motsvarande kunskaper genom arbete som chef i offentlig sektor.',
      fi: 'Vähintään 180 opintopistettä korkeakouluopintoja tai vastaava osaaminen julkisen sektorin johtotehtävistä.',
      en: 'At least 180 ECTS credits, or equivalent knowledge from work as a manager in the public sector.',
    },
    supervision: { type: 'supervised-without-id', place: 'onsite' },
    gradingScheme: failPass,
    stackability: {
      kind: 'can-be-part-of',
      of: [
        {
          title: {
            sv: 'Studievägen Leda med data i offentlig sektor',
            fi: 'Oppimispolku Datalla johtaminen julkisella sektorilla',
            en: 'Pathway Leading with Data in the Public Sector',
          },
        },
      ],
    },
    furtherInformation: {
      sv: 'Modulen sätts samman med andra moduler efter uppdragsgivarens behov.',
      fi: 'Moduuli yhdistetään muihin moduuleihin tilaajan tarpeen mukaan.',
      en: 'The module is put together with other modules according to the client’s needs.',
    },
    homepage: 'https://demo.invalid/fjallsjo/ai-for-public-managers',
    awardingBodies: [fjallsjo],
    legalForms: ['se-commissioned-credits'],
    syllabus: {
      code: 'UPP715',
      decisionDate: '2026-10-14',
      url: 'https://demo.invalid/fjallsjo/kursplan/UPP715',
    },
    opportunityType: 'programme-module',
  },
} satisfies DemoMicrocredential;
