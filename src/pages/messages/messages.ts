import type { LegalFormCode } from '../../domain/catalogue/legal-form.ts';
import type { Checking } from '../components/verdict/messages/messages.ts';
import type { DocumentWords } from '../components/claim/messages/messages.ts';
import type { Kinds } from '../components/verdict/kinds/messages.ts';

/** How a form that forbids credits is called where credits may not be spoken of, not even as absent. */
export type FormWithoutCredits = Extract<LegalFormCode, `${string}-no-credits`>;
type EqfLevel = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8';

/** Every word of the interface. */
export type Messages = Checking &
  DocumentWords &
  Kinds &
  Readonly<{
    service: string;
    serviceDescription: string;
    nav: Readonly<{ skip: string; main: string; catalogue: string; verify: string; language: string }>;
    strip: Readonly<{ level: string; credits: string; hours: string; language: string; form: string; noLevel: string }>;
    creditsValue(amount: string): string;
    hoursValue(hours: string): string;
    level: Readonly<{ like: Readonly<Record<EqfLevel, string>>; derived(national: string): string }>;
    catalogue: Readonly<{
      title: string;
      lead: string;
      empty: string;
      institutions: string;
      first: string;
      next: string;
    }>;
    institution: Readonly<{ lead: string; empty: string; homepage: string }>;
    course: Readonly<{
      outcomes: string;
      offerings: string;
      noOfferings: string;
      record: string;
      version: string;
      versionNumber(number: string): string;
      published: string;
      digest: string;
      digestMeaning: string;
      permanentAddress: string;
      data: string;
      otherVersions: string;
      older: string;
      newest: string;
      withdrawn: string;
    }>;
    offering: Readonly<{
      pace: string;
      places: string;
      location: string;
      learningCentre: string;
      fee: string;
      noFee: string;
      applyBy: string;
      application: string;
      individual: string;
      client: string;
    }>;
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
      awardedBy: string;
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
    }>;
    formsWithoutCredits: Readonly<Record<FormWithoutCredits, string>>;
    certificate: Readonly<{
      completed: string;
      outcomes: string;
      outcomesInRecord: string;
      grade: string;
      date: string;
      checkedAt(moment: string): string;
      checkAgain: string;
      download: string;
      downloadText: string;
      json: string;
      printing: string;
      record: string;
      course: string;
      /** Where nobody may rely on it: that there is no copy to save, and where the evidence is. */
      noCopy: string;
      evidence: string;
    }>;
    award: Readonly<{
      title: string;
      lead(institution: string): string;
      holderOnly: string;
      verify: string;
      course: string;
    }>;
    problems: Readonly<
      Record<'notFound' | 'badRequest' | 'tooMany' | 'busy' | 'fault', Readonly<{ title: string; text: string }>>
    >;
  }>;
