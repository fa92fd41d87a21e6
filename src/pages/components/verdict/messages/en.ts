import type { VerdictMessages } from './messages.ts';

export const en: VerdictMessages = {
  verdicts: {
    malformed: {
      word: 'Faulty form',
      meaning:
        'The document breaks a rule of the standard for such certificates, so it does not count as checked. That says nothing of who wrote it. Ask the sender for the certificate as the issuer made it.',
    },
    valid: { word: 'Genuine and in force', meaning: 'Every check that applies has been made and passed.' },
    revoked: { word: 'Revoked', meaning: 'The issuer has taken the certificate back. Do not rely on it.' },
    suspended: {
      word: 'Suspended',
      meaning: 'The issuer has suspended the certificate for now. Do not rely on it until that has ended.',
    },
    expired: { word: 'Expired', meaning: 'The certificate is genuine, but its time has ended.' },
    notYetValid: { word: 'Not yet valid', meaning: 'The certificate is genuine, but its time has not begun.' },
    invalid: {
      word: 'Not genuine',
      meaning: 'Do not rely on it.',
    },
    undetermined: {
      word: 'Could not be checked',
      meaning:
        'At least one check could not be made, so nobody can say now whether the certificate is genuine and in force. Do not rely on it yet.',
    },
  },
  invalidBecause: {
    format: 'The document is not written as the standard requires.',
    issuer: 'The certificate does not come from the issuer that it names.',
    proof: 'The electronic seal does not match: the certificate was changed, or the issuer never sealed it.',
    period: 'What the certificate says of its validity period does not hold.',
    status: 'What the certificate says of its status does not hold.',
    catalogue: 'The certificate says something else than what its issuer has published.',
  },
  unsigned:
    'The document has no electronic seal, so anyone may have written it. Do not rely on it. Ask the sender for the certificate with the issuer’s seal.',
  askForWhole: 'Ask the sender for the whole file as the issuer made it; another program may have saved this one anew.',
  checks: {
    format: {
      name: 'Format',
      passed: 'The certificate is written as the standard requires.',
      failed: 'The certificate is not written as the standard requires.',
      unknown: 'Whether the certificate follows the standard could not be checked.',
      notApplicable: 'There is no format to check.',
    },
    issuer: {
      name: 'Issuer',
      passed: 'The issuer was found, and the key that the seal refers to is the issuer’s.',
      failed: 'The issuer that is named does not exist, or the key is not the issuer’s.',
      unknown: 'Who the issuer is could not be checked.',
      notApplicable: 'There is no seal that could be the issuer’s; see the check of the seal.',
    },
    proof: {
      name: 'Electronic seal',
      passed: 'The electronic seal is genuine, and nothing has been changed since it was applied.',
      failed: 'The electronic seal does not match. The certificate was changed, or the issuer never sealed it.',
      unknown: 'The electronic seal could not be checked.',
      notApplicable: 'There is no electronic seal to check.',
    },
    period: {
      name: 'Validity period',
      passed: 'The certificate is in force today.',
      failed: 'The certificate is outside the time for which it was issued.',
      unknown: 'The time for which the certificate was issued could not be checked.',
      notApplicable: 'The certificate states no time limit.',
    },
    status: {
      name: 'Status',
      passed: 'The issuer’s list says nothing against the certificate.',
      failed: 'The issuer has revoked or suspended the certificate, or what it says about this is wrong.',
      unknown: 'Whether the issuer has revoked the certificate could not be checked. It may be revoked.',
      notApplicable: 'The certificate refers to no list in which a revocation could be seen.',
    },
    catalogue: {
      name: 'Published description',
      passed: 'The certificate agrees with the description that the issuer published.',
      failed: 'The certificate differs from the description that the issuer published.',
      unknown: 'The certificate could not be compared with the published description.',
      notApplicable: 'The certificate refers to no published description with which it can be compared.',
    },
  },
  failedInFaultyForm: 'This part is not written as its standard requires, or does not hold for another reason.',
  sealAmongSeveral: {
    passed: 'This seal matches; another seal of the same document does not.',
    failed: 'This seal does not match; another seal of the same document does.',
  },
  periodOnly: 'Today is within the period that the document gives.',
  statusRead: {
    both: 'The issuer has neither revoked nor suspended the certificate.',
    revocation: 'The issuer has not revoked the certificate.',
    suspension:
      'The issuer has not suspended the certificate. The document does not say where a revocation would be seen.',
    message: 'The document refers only to messages about it; they say nothing of whether it is revoked.',
  },
  statusFound: {
    revoked: 'The issuer has revoked the certificate.',
    suspended: 'The issuer has suspended the certificate.',
  },
  outcomes: { passed: 'OK', failed: 'Failed', unknown: 'Could not be checked', notApplicable: 'Does not apply' },
  found: {
    checkedAt: (moment) => `Checked ${moment}.`,
    checks: 'What was checked',
    source: 'Source',
    time: 'Time',
    document: 'the certificate itself',
    detail: 'Technical detail',
    fetchedFrom: 'Fetched from',
    link: 'The link:',
  },
};
