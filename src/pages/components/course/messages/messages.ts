import type { OfferingState } from '../../../../domain/catalogue/run/offering-state.ts';
import type { Payer } from '../../../../domain/catalogue/offering-form.ts';
import type { SessionKind } from '../../../../domain/catalogue/run/session.ts';
import type { LegalFormCode } from '../../../../domain/legal-form/index.ts';

/** How a form that forbids credits is called where credits may not be spoken of, not even as absent. */
export type FormWithoutCredits = Extract<LegalFormCode, `${string}-no-credits`>;
type EqfLevel = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8';

/** Words for what a micro-credential is, wherever one is shown. */
export type CourseMessages = Readonly<{
  strip: Readonly<{ level: string; credits: string; hours: string; language: string; form: string; noLevel: string }>;
  creditsValue(amount: string): string;
  hoursValue(hours: string): string;
  level: Readonly<{ like: Readonly<Record<EqfLevel, string>>; derived(national: string): string }>;
  record: Readonly<{
    level: string;
    nationalLevel: string;
    cycle: string;
    depth: string;
    workload: string;
    assessment: string;
    activities: string;
    supervision: string;
    supervisionOnline: string;
    supervisionOnsite: string;
    qualityAssurance: string;
    field: string;
    languages: string;
    prerequisites: string;
    grading: string;
    grade: string;
    notPassing: string;
    canBePartOf: string;
    receiverDecides: string;
    standsAlone: string;
    legalForm: string;
    certificate: string;
    /** A paper that is given to whoever asks for it. */
    onRequest: (noun: string) => string;
    fromRegister: (noun: string) => string;
    awardedBy: string;
    /** Who gave the course where its owner did not, and whose it is where another awards it. */
    givenBy: string;
    courseOf: string;
    /** Above the bodies of a joint course. */
    awardedTogether: string;
    /** Behind such a body: the day of its own decision. */
    bodyDecided(date: string): string;
    /** Behind the name of the institution whose key signs. */
    signsForAll: string;
    issuer: string;
    country: string;
    syllabus: string;
    decided(date: string): string;
    skills: string;
    furtherInformation: string;
    homepage: string;
    document: string;
    holder: string;
    completedOn: string;
    awardedOn: string;
    sealedOn: string;
    validFrom: string;
    validUntil: string;
    credential: string;
    permanentAddress: string;
    versionNumber(number: string): string;
  }>;
  /** For whom and about what it is, who paid, and what others may do with its description. */
  described: Readonly<{
    targetGroups: string;
    themes: string;
    keywords: string;
    funding: string;
    until(date: string): string;
    exampleToReuse: string;
    mayBeReused: string;
    licence: string;
    basedOn: string;
  }>;
  formsWithoutCredits: Readonly<Record<FormWithoutCredits, string>>;
  /** Who takes part or pays, within a sentence. */
  audiences: Readonly<Record<Payer, string>>;
  offering: Readonly<{
    title: string;
    givenBy: string;
    awardedBy: string;
    /** The link to the course that it gives. */
    course: string;
    state: string;
    states: Readonly<Record<OfferingState, string>>;
    audience: string;
    takesPartAs: string;
    category: (learner: string, evaluation: string) => string;
    applicationCode: string;
    applyAt: string;
    pace: string;
    places: string;
    location: string;
    learningCentre: string;
    fee: string;
    noFee: string;
    cancelReason: string;
    contact: string;
    email: string;
    phone: string;
    sessions: string;
    sessionKinds: Readonly<Record<SessionKind, string>>;
    online: string;
    seats(count: string): string;
    applyFrom: string;
    applyBy: string;
    application: string;
    individual: string;
    client: string;
  }>;
  /** Of a course in a list. */
  nextStart: (date: string) => string;
  /** The way through a long list. */
  paging: Readonly<{ first: string; next: string }>;
}>;
