import { intyg, type LegalForm, unconfirmed } from './rule.ts';

const question = 'The form stands for what no other form covers: the institution says which law it rests on.';

export const otherForms = {
  other: {
    label: { sv: 'Annan form', fi: 'Muu muoto', en: 'Other form' },
    reasonRequired: true,
    rules: [
      {
        from: '2010-01-01',
        confirmedByLawyer: false,
        credits: unconfirmed('allowed', question),
        syllabus: unconfirmed(false, question),
        fee: unconfirmed({ persons: ['everyone'], clients: true }, question),
        audience: unconfirmed(['everyone'], question),
        application: unconfirmed(['individual', 'client'], question),
        learners: unconfirmed('participant', question),
        certificate: unconfirmed({ name: intyg, onRequest: false }, question),
      },
    ],
  },
} as const satisfies Readonly<Record<'other', LegalForm>>;
