import { failPassDistinction, fjallsjo, fjallsjoQuality, skills } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const introductionToMachineLearning = {
  slug: 'introduction-to-machine-learning',
  institution: 'fjallsjo',
  ownerUnit: 'DPT',
  reviewBy: '2027-05-31',
  target: 'published',
  content: {
    title: {
      sv: 'Introduktion till maskininlärning',
      fi: 'Johdatus koneoppimiseen',
      en: 'Introduction to Machine Learning',
    },
    description: {
      sv: 'Kursen ger dig som arbetar med teknik en första grund i maskininlärning: hur en modell tränas på data, hur den prövas och när dess svar inte går att lita på. Du gör korta övningar i Python på data från tillverkning och fordon. Undervisningen ges på nätet på kvällstid, så att den går att förena med arbete på heltid.',
      fi: 'Opintojakso antaa tekniikan alalla työskentelevälle perustan koneoppimiseen: miten malli opetetaan datalla, miten sitä testataan ja milloin sen antamiin vastauksiin ei voi luottaa. Teet lyhyitä Python-harjoituksia valmistuksesta ja ajoneuvoista kerätyllä datalla. Opetus järjestetään verkossa iltaisin, joten sen voi yhdistää kokopäivätyöhön.',
      en: 'The course gives people who work in engineering a first foundation in machine learning: how a model is trained on data, how it is tested, and when its answers cannot be trusted. You do short exercises in Python on data from manufacturing and vehicles. Teaching is online in the evenings, so that it fits around full-time work.',
    },
    learningOutcomes: [
      {
        type: 'knowledge',
        text: {
          sv: 'Förklara skillnaden mellan övervakad och oövervakad inlärning och välja metod för ett givet problem',
          fi: 'Selittää ohjatun ja ohjaamattoman oppimisen eron ja valita menetelmän annettuun ongelmaan',
          en: 'Explain the difference between supervised and unsupervised learning and choose a method for a given problem',
        },
        skills: [skills.machineLearning],
      },
      {
        type: 'skill',
        text: {
          sv: 'Träna en enkel modell för klassificering eller regression och redovisa stegen från rådata till resultat',
          fi: 'Opettaa yksinkertaisen luokittelu- tai regressiomallin ja raportoida vaiheet raakadatasta tulokseen',
          en: 'Train a simple model for classification or regression and report the steps from raw data to result',
        },
        skills: [skills.machineLearning],
      },
      {
        type: 'skill',
        text: {
          sv: 'Pröva en modell på data som den inte har tränats på och upptäcka överanpassning',
          fi: 'Testata mallia datalla, jota ei ole käytetty sen opettamiseen, ja havaita ylisovittumisen',
          en: 'Test a model on data it was not trained on and detect overfitting',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Bedöma om maskininlärning är rätt verktyg för en uppgift i det egna arbetet och motivera bedömningen',
          fi: 'Arvioida, onko koneoppiminen oikea väline oman työn tehtävään, ja perustella arvion',
          en: 'Judge whether machine learning is the right tool for a task in one’s own work and give reasons for the judgement',
        },
      },
    ],
    workload: { hours: 67, ects: 2.5 },
    level: { eqf: 7 },
    cycle: 'second',
    depthCode: 'A1N',
    assessmentTypes: ['marked-assignment', 'quiz'],
    participation: { modes: ['online'], activities: ['e-learning-coursework', 'self-motivated-study'] },
    qualityAssurance: [fjallsjoQuality],
    fields: ['0613', '0619'],
    languages: ['sv', 'en'],
    prerequisites: {
      sv: 'Minst 120 högskolepoäng i teknik, naturvetenskap eller data, varav 7,5 högskolepoäng i matematik och 7,5 högskolepoäng i programmering. Motsvarande kunskaper från arbetslivet kan prövas som reell kompetens.',
      fi: 'Vähintään 120 opintopistettä tekniikan, luonnontieteiden tai tietotekniikan opintoja, joista 7,5 opintopistettä matematiikkaa ja 7,5 opintopistettä ohjelmointia. Työelämässä hankittu vastaava osaaminen voidaan tunnistaa ja tunnustaa.',
      en: 'At least 120 ECTS credits in engineering, science or computing, of which 7.5 in mathematics and 7.5 in programming. Equivalent knowledge from working life can be assessed as prior learning.',
    },
    supervision: { type: 'unsupervised-with-id', place: 'online' },
    gradingScheme: failPassDistinction,
    stackability: {
      kind: 'can-be-part-of',
      statement: {
        sv: 'Kursen kan ingå i en masterexamen i teknik efter beslut om tillgodoräknande.',
        fi: 'Opintojakso voi sisältyä tekniikan alan maisterintutkintoon, jos se päätetään lukea hyväksi.',
        en: 'The course can be part of a master’s degree in engineering, after a decision on recognition.',
      },
      of: [
        {
          title: {
            sv: 'Studievägen Data och AI för industrin',
            fi: 'Oppimispolku Data ja tekoäly teollisuudelle',
            en: 'Pathway Data and AI for Industry',
          },
          url: 'https://demo.invalid/fjallsjo/studievag/data-och-ai',
        },
      ],
    },
    furtherInformation: {
      sv: 'Webbinarierna textas och går att se i efterhand under hela kurstillfället.',
      fi: 'Webinaarit tekstitetään, ja tallenteet ovat katsottavissa koko toteutuksen ajan.',
      en: 'The webinars are captioned, and recordings stay available throughout the offering.',
    },
    homepage: 'https://demo.invalid/fjallsjo/introduction-to-machine-learning',
    awardingBodies: [fjallsjo],
    legalForms: ['se-regular'],
    syllabus: {
      code: 'DPT701',
      decisionDate: '2025-11-12',
      url: 'https://demo.invalid/fjallsjo/kursplan/DPT701',
    },
    opportunityType: 'course',
  },
} satisfies DemoMicrocredential;
