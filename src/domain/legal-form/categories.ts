import type { Locale } from '../shared/language.ts';
import { ammattikorkeakoululaki, yliopistolaki } from './finland-statutes.ts';
import { asking, cited, type Country, type Sourced, unconfirmed } from './rule.ts';
import { againstTheHolder, forvaltningslagen, hogskoleforordningen, uppdragsutbildning } from './sweden-statutes.ts';

type Words = Readonly<Record<Locale, string>>;

/** A ground of a decision: what it is called, and where it stands in each country. */
export type GroundOf = Readonly<{ ground: string; words: Words; source: Readonly<Record<Country, Sourced<true>>> }>;

export type Category = Readonly<{
  /** Who takes part, in the singular. */
  learner: Words;
  /** What the learners' opinion of the course is called when they are asked for it. */
  evaluation: Readonly<{ words: Words; source: Readonly<Record<Country, Sourced<true>>> }>;
  /** Grounds on which an award is revoked, and on which a result is corrected. */
  revoke: readonly GroundOf[];
  correct: readonly GroundOf[];
}>;

const holds = true as const;
const inAgreement =
  'For participants the agreement with the client, or the terms of the course, decide: that they name this ground.';
const byAgreement = { SE: unconfirmed(holds, inAgreement), FI: unconfirmed(holds, inAgreement) };
const finnishProvision = unconfirmed(holds, 'The provision of Finnish law.');

const row = (ground: string, source: GroundOf['source'], svSE: string, svFI: string, fi: string, en: string) => ({
  ground,
  source,
  words: { 'sv-SE': svSE, 'sv-FI': svFI, fi, en },
});

const awardedInError = (source: GroundOf['source']) =>
  row(
    'awarded-in-error',
    source,
    'Utfärdat av misstag',
    'Utfärdat av misstag',
    'Myönnetty virheellisesti',
    'Awarded in error',
  );
const identityError = (source: GroundOf['source']) =>
  row('identity-error', source, 'Fel person', 'Fel person', 'Väärä henkilö', 'Wrong person');
const learnerRequest = (who: readonly [string, string, string, string], source: GroundOf['source']) =>
  row('learner-request', source, ...who);
const clericalError = (source: GroundOf['source']) =>
  row('clerical-error', source, 'Skrivfel', 'Skrivfel', 'Kirjoitusvirhe', 'Clerical error');

/** A decision of an authority that was wrong from the start or because of new facts. */
const wrongDecision = {
  SE: asking(
    cited(holds, forvaltningslagen('36 och 38 §§'), againstTheHolder('37 §')),
    'Which errors but those that rest on misleading information let a certificate be revoked against the will of its holder.',
  ),
  FI: finnishProvision,
};
const ownWish = unconfirmed(holds, 'No provision found: the holder may ask, and the institution decides.');

const student: Category = {
  learner: { 'sv-SE': 'student', 'sv-FI': 'studerande', fi: 'opiskelija', en: 'student' },
  evaluation: {
    words: { 'sv-SE': 'kursvärdering', 'sv-FI': 'kursutvärdering', fi: 'kurssipalaute', en: 'course evaluation' },
    source: { SE: cited(holds, hogskoleforordningen('1 kap. 14 §')), FI: finnishProvision },
  },
  revoke: [
    awardedInError(wrongDecision),
    row(
      'result-annulled',
      wrongDecision,
      'Resultatet har upphävts',
      'Resultatet har upphävts',
      'Tulos on kumottu',
      'The result was annulled',
    ),
    row(
      'misconduct',
      {
        SE: asking(
          cited(holds, hogskoleforordningen('10 kap. 1 §'), againstTheHolder('37 §')),
          'The chapter knows warning and suspension. Whether a passed grade, and with it a certificate, falls: dir. 2019:11 found it unclear.',
        ),
        FI: asking(
          cited(holds, yliopistolaki('45 §'), ammattikorkeakoululaki('38 §')),
          'Both know a warning and a suspension. Whether a passed result, and with it a certificate, falls.',
        ),
      },
      'Disciplinärt beslut om vilseledande',
      'Disciplinärt beslut om fusk',
      'Kurinpitopäätös vilpistä',
      'Disciplinary decision on misconduct',
    ),
    identityError(wrongDecision),
    learnerRequest(
      ['På studentens begäran', 'På den studerandes begäran', 'Opiskelijan pyynnöstä', 'At the student’s request'],
      { SE: ownWish, FI: ownWish },
    ),
  ],
  correct: [
    clericalError({
      SE: cited(holds, hogskoleforordningen('6 kap. 23 §'), forvaltningslagen('36 §')),
      FI: finnishProvision,
    }),
    row(
      'grade-changed',
      {
        SE: cited(holds, hogskoleforordningen('6 kap. 24 §')),
        FI: unconfirmed(
          holds,
          'A student may ask the teacher for a new assessment within 14 days: the paragraph in both laws.',
        ),
      },
      'Omprövat betyg',
      'Rättat vitsord',
      'Oikaistu arvosana',
      'Grade reconsidered',
    ),
  ],
};

const participant: Category = {
  learner: { 'sv-SE': 'deltagare', 'sv-FI': 'deltagare', fi: 'osallistuja', en: 'participant' },
  evaluation: {
    words: { 'sv-SE': 'utvärdering', 'sv-FI': 'utvärdering', fi: 'palaute', en: 'evaluation' },
    source: byAgreement,
  },
  revoke: [
    awardedInError(byAgreement),
    row(
      'result-annulled',
      byAgreement,
      'Resultatet gäller inte längre',
      'Resultatet gäller inte längre',
      'Tulos ei ole enää voimassa',
      'The result no longer stands',
    ),
    row(
      'agreement-breached',
      byAgreement,
      'Vilseledande enligt avtalet',
      'Fusk enligt avtalet',
      'Sopimuksen vastainen vilppi',
      'Misconduct under the agreement',
    ),
    identityError(byAgreement),
    learnerRequest(
      ['På deltagarens begäran', 'På deltagarens begäran', 'Osallistujan pyynnöstä', 'At the participant’s request'],
      byAgreement,
    ),
  ],
  correct: [
    clericalError(byAgreement),
    row(
      'grade-changed',
      {
        SE: asking(
          cited(holds, uppdragsutbildning('6 §')),
          'Whether 6 kap. 24 § högskoleförordningen holds for grades of commissioned education, which is for participants.',
        ),
        FI: byAgreement.FI,
      },
      'Ändrat betyg',
      'Ändrat vitsord',
      'Muutettu arvosana',
      'Grade changed',
    ),
  ],
};

/** Students stand under the law and participants under an agreement; the legal form decides which. */
export const learnerCategories = ['student', 'participant'] as const;
export type LearnerCategory = (typeof learnerCategories)[number];

/** The disciplinary rules of the law hold for students; for participants there is only what was agreed. */
export const categories: Readonly<Record<LearnerCategory, Category>> = { student, participant };
