import type { Outcome, PresentationCheckName } from '../../../../domain/verification/verification.ts';

/** Words for a presentation: whoever shows certificates, apart from what is in them. */
export type PresentedMessages = Readonly<{
  presented: Readonly<{
    signed: string;
    unsigned: string;
    none: string;
    /** Where there are several, and the answer is that of the worst. */
    several(count: string): string;
    /** Why it is no good: one in it. */
    oneInIt: string;
    /** Above the checks of the presentation itself. */
    checks: string;
    /** Above each certificate in it. */
    certificate(number: string, count: string): string;
    of: Readonly<Record<PresentationCheckName, Readonly<Record<Outcome, string>> & Readonly<{ name: string }>>>;
  }>;
}>;
