import type { Label } from '../shared/language.ts';

/** A paragraph of a statute, which is named in its own language and with its number, and where it was read, or read about. */
export type Citation = Readonly<{ statute: string; paragraph: string; url: string }>;

/**
 * A fact of the law and where it stands. A fact without a citation says in `question` what a lawyer has to be asked;
 * one with a citation says it where a part of it could not be read.
 */
export type Sourced<T> =
  | Readonly<{ is: T; source: readonly [Citation, ...Citation[]]; question?: string }>
  | Readonly<{ is: T; source: 'to-be-confirmed'; question: string }>;

export const cited = <T>(is: T, ...source: [Citation, ...Citation[]]): Sourced<T> => ({ is, source });
export const unconfirmed = <T>(is: T, question: string): Sourced<T> => ({ is, source: 'to-be-confirmed', question });
export const asking = <T>(fact: Sourced<T>, question: string): Sourced<T> => ({ ...fact, question });

/** "högskolelagen (1992:1434) 4 kap. 4 §", as a refusal names it. */
export const paragraphsOf = ({ source }: Sourced<unknown>): string | undefined =>
  source === 'to-be-confirmed'
    ? undefined
    : source.map(({ statute, paragraph }) => `${statute} ${paragraph}`).join('; ');

/** The first paragraphs that say something of a form; where even those are to be confirmed, none. */
export const lawOf = ({ credits, audience, application, fee, learners }: Rule): string | undefined =>
  [credits, audience, application, fee, learners].map(paragraphsOf).find((law) => law !== undefined);

/**
 * Groups that the law treats differently. `fee-exempt`: citizens of the EU, the EEA and Switzerland, and others whom
 * the law puts beside them; `fee-liable`: citizens of other countries; `client-named`: whom a client names;
 * `graduates`: who has a degree or, as the institution finds, equal knowledge.
 */
export const audiences = [
  'everyone',
  'fee-exempt',
  'fee-liable',
  'client-named',
  'degree-students',
  'graduates',
] as const;
export type Audience = (typeof audiences)[number];

export type Cap = Readonly<{ amount: number; currency: 'SEK' | 'EUR' }>;
/** Whom a fee may be asked of: persons of these audiences, and whether clients. */
export type Fee = Readonly<{ persons: readonly Audience[]; clients: boolean; capPerCredit?: Cap }>;

/** What holds for a form from one day to another, both included. Dates are calendar dates; without `to` it still holds. */
export type Rule = Readonly<{
  from: string;
  to?: string;
  confirmedByLawyer: boolean;
  /** Without credits a course is described in hours alone. */
  credits: Sourced<'required' | 'allowed' | 'forbidden'>;
  size?: Sourced<Readonly<{ least?: number; most?: number }>>;
  /** Whether a syllabus (kursplan, opetussuunnitelma) must be named with its code and the date of its decision. */
  syllabus: Sourced<boolean>;
  fee: Sourced<Fee>;
  audience: Sourced<readonly Audience[]>;
  /** Whether persons apply themselves or a client registers its people. */
  application: Sourced<readonly ('individual' | 'client')[]>;
  learners: Sourced<'student' | 'participant'>;
  /** What the paper is called: "kursbevis" only where the law gives one. */
  certificate: Sourced<Readonly<{ name: Label; onRequest: boolean }>>;
}>;

export type Country = 'SE' | 'FI';

export type LegalForm = Readonly<{
  label: Label;
  /** The country whose law knows the form; absent where any may use it. */
  country?: Country;
  /** Whoever chooses it says why no other form fits. */
  reasonRequired?: true;
  /** In the order of time. */
  rules: readonly [Rule, ...Rule[]];
}>;

/** The rule that holds on this calendar date; none before the first, after the last and between two periods. */
export const ruleAmong = (rules: readonly Rule[], date: string): Rule | undefined =>
  rules.find(({ from, to }) => from <= date && (to === undefined || date <= to));

export const kursbevis: Label = { sv: 'kursbevis', fi: 'todistus', en: 'course certificate' };
export const intyg: Label = { sv: 'intyg', fi: 'todistus', en: 'certificate' };
