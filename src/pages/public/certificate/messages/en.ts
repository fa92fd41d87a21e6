import type { CertificateMessages } from './messages.ts';

export const en: CertificateMessages = {
  certificate: {
    completed: 'has completed and passed',
    givenBy: (institution) => `The course was given by ${institution}`,
    courseOf: (institution) => `A course from ${institution}`,
    outcomesInRecord: 'The learning outcomes are in the full record.',
    grade: 'Grade',
    date: 'Awarded',
    checkAgain: 'Check it again at',
    download: 'Keep the certificate',
    downloadText: 'Whoever has the file can check it in any service that reads Open Badges 3.0, without asking us.',
    json: 'Download the signed certificate (JSON)',
    printing: 'Printed, the certificate is the first page and the full record the second.',
    record: 'Full record',
    course: 'Course description when it was issued',
    noCopy:
      'Do not rely on the certificate: there is therefore no copy of it to save here. The document itself remains as evidence.',
    evidence: 'Show the document as data (JSON)',
  },
};
