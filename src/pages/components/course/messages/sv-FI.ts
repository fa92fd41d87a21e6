import type { CourseMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

export const svFI: CourseMessages = {
  ...svSE,
  strip: { ...svSE.strip, credits: 'Studie\u00adpoäng', hours: 'Arbetsmängd' },
  creditsValue: (amount) => `${amount} sp`,
  level: {
    ...svSE.level,
    like: {
      1: 'EQF 1: grundläggande kunskaper för enkla uppgifter.',
      2: 'EQF 2: som efter den grundläggande utbildningen.',
      3: 'EQF 3: mellan den grundläggande utbildningen och andra stadiet.',
      4: 'EQF 4: som efter gymnasiet eller en yrkesinriktad grundexamen.',
      5: 'EQF 5: mellan andra stadiet och lägre högskoleexamen.',
      6: 'EQF 6: motsvarar studier för lägre högskoleexamen eller yrkeshögskoleexamen.',
      7: 'EQF 7: motsvarar studier för högre högskoleexamen eller högre yrkeshögskoleexamen.',
      8: 'EQF 8: motsvarar studier för licentiat- eller doktorsexamen.',
    },
  },
  record: {
    ...svSE.record,
    cycle: 'Studiernas nivå',
    workload: 'Arbetsmängd',
    assessment: 'Bedömning',
    supervision: 'Övervakning av bedömningen',
    field: 'Utbildningsområde',
    prerequisites: 'Förkunskaper',
    grading: 'Vitsordsskala',
    grade: 'Vitsord',
    receiverDecides: 'Den mottagande högskolan beslutar.',
    awardedBy: 'Ansvarig högskola',
    givenBy: 'Kursen har ordnats av',
    certificate: 'Vid godkänd prestation',
    fromRegister: (noun) => `Högskolan ger på begäran ett officiellt ${noun} ur studieregistret.`,
    syllabus: 'Undervisningsplan',
    decided: (date) => `godkänd ${date}`,
    completedOn: 'Avlagd',
  },
  formsWithoutCredits: {
    'se-commissioned-no-credits': 'Skräddarsydd utbildning (Sverige)',
    'se-open-no-credits': 'Öppen utbildning (Sverige)',
  },
  audiences: {
    ...svSE.audiences,
    'client-named': 'de som beställaren utser',
    'degree-students': 'examensstuderande',
    client: 'beställaren',
  },
  offering: {
    ...svSE.offering,
    title: 'Om genomförandet',
    givenBy: 'Ordnas av',
    applicationCode: 'Ansökningsmålets kod',
    learningCentre: 'Studiecenter',
    client: 'Beställaren anmäler sina deltagare.',
  },
};
