import type { PresentedMessages } from './messages.ts';

export const en: PresentedMessages = {
  presented: {
    signed: 'The seal of whoever shows it was checked, and each certificate in it.',
    unsigned: 'It is not sealed by anybody, so it does not show who presents it. Each certificate in it was checked.',
    none: 'There is no certificate in it.',
    several: (count) => `Certificates in it: ${count}. The answer here is that of the one with the worst result.`,
    oneInIt: 'A certificate in it is the reason; see its own result below.',
    checks: 'What was checked of the presentation',
    certificate: (number, count) => `Certificate ${number} of ${count}`,
    of: {
      format: {
        name: 'Format',
        passed: 'The presentation is written as the standard requires.',
        failed: 'The presentation is not written as the standard requires.',
        unknown: 'Whether the presentation follows the standard could not be checked.',
        notApplicable: 'There is no format to check.',
      },
      holder: {
        name: 'Presented by',
        passed: 'The presentation is sealed by the holder that it names.',
        failed: 'The presentation is not sealed by the holder that it names.',
        unknown: 'Whether the holder that it names presents it could not be checked.',
        notApplicable: 'Nothing shows who presents it.',
      },
      proof: {
        name: 'Seal of the presentation',
        passed: 'The seal of the presentation is genuine, and nothing has been changed since it was applied.',
        failed: 'The seal of the presentation does not match, or was made for another occasion.',
        unknown: 'The seal of the presentation could not be checked.',
        notApplicable: 'The presentation has no seal.',
      },
      period: {
        name: 'Time of the presentation',
        passed: 'Today is within the period that the presentation gives.',
        failed: 'Today is outside the period that the presentation gives.',
        unknown: 'The period that the presentation gives could not be checked.',
        notApplicable: 'The presentation states no time limit.',
      },
    },
  },
};
