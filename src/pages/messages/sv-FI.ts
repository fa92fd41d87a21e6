import type { Messages } from './messages.ts';
import { svSE } from './sv-SE.ts';

/** Swedish as written in Finland: what words.md gives another name there, and nothing else. */
export const svFI: Messages = {
  ...svSE,
  serviceDescription: 'Här beskriver högskolor korta kurser och utfärdar intyg till dem som klarat dem.',
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
  catalogue: {
    ...svSE.catalogue,
    lead: 'Korta kurser från högskolor. För varje kurs står vad du kommer att kunna, hur mycket arbete den kräver och på vilken nivå den ligger. En mikromerit är det som undervisnings- och kulturministeriet kallar en liten kompetenshelhet.',
    institutions: 'Högskolor',
  },
  institution: {
    ...svSE.institution,
    lead: 'Högskolans mikromeriter.',
    empty: 'Högskolan har ännu inte publicerat någon mikromerit.',
  },
  course: {
    ...svSE.course,
    offerings: 'Genomföranden',
    noOfferings: 'Inget genomförande är planerat just nu.',
  },
  offering: {
    ...svSE.offering,
    learningCentre: 'Studiecenter',
    client: 'Beställaren anmäler sina deltagare.',
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
    certificate: 'För godkänd studieprestation får du',
    syllabus: 'Undervisningsplan',
    decided: (date) => `godkänd ${date}`,
    completedOn: 'Avlagd',
  },
  formsWithoutCredits: {
    'se-commissioned-no-credits': 'Skräddarsydd utbildning (Sverige)',
    'se-open-no-credits': 'Öppen utbildning (Sverige)',
  },
  certificate: {
    ...svSE.certificate,
    completed: 'har med godkänt resultat avlagt',
    grade: 'Vitsord',
  },
};
