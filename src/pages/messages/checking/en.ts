import type { Checking } from './checking.ts';

export const checkingInEnglish: Checking = {
  verdicts: {
    malformed: {
      word: 'Faulty form',
      meaning:
        'The document breaks a rule of the standard for such certificates, so it could not be checked further. That says nothing of who wrote it. Ask the sender for the certificate as the issuer made it.',
    },
    valid: { word: 'Genuine and in force', meaning: 'Every check that applies has been made and passed.' },
    revoked: { word: 'Revoked', meaning: 'The issuer has taken the certificate back. Do not rely on it.' },
    replaced: {
      word: 'Replaced by a new one',
      meaning: 'The issuer has put a new certificate in place of this one. Ask for the new one.',
    },
    suspended: {
      word: 'Suspended',
      meaning: 'The issuer has suspended the certificate for now. Do not rely on it until that has ended.',
    },
    expired: { word: 'Expired', meaning: 'The certificate is genuine, but its time has ended.' },
    notYetValid: { word: 'Not yet valid', meaning: 'The certificate is genuine, but its time has not begun.' },
    invalid: {
      word: 'Not genuine',
      meaning:
        'At least one check failed: the certificate was changed, or does not come from the issuer it names. Do not rely on it.',
    },
    undetermined: {
      word: 'Could not be checked',
      meaning:
        'At least one check could not be made, so nobody can say now whether the certificate is genuine and in force. Do not rely on it yet; try again later.',
    },
  },
  checks: {
    format: {
      name: 'Form',
      passed: 'The certificate is written as the standard requires.',
      failed: 'The certificate is not written as the standard requires.',
      unknown: 'Whether the certificate follows the standard could not be checked.',
      notApplicable: 'There is no form to check.',
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
      name: 'Time',
      passed: 'The certificate is within the time for which it was issued.',
      failed: 'The certificate is outside the time for which it was issued.',
      unknown: 'The time for which the certificate was issued could not be checked.',
      notApplicable: 'The certificate states no time limit.',
    },
    status: {
      name: 'Status',
      passed: 'The issuer has neither revoked nor suspended the certificate.',
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
  statusFound: {
    revoked: 'The issuer has revoked the certificate.',
    suspended: 'The issuer has suspended the certificate.',
  },
  outcomes: { passed: 'Passed', failed: 'Failed', unknown: 'Could not be checked', notApplicable: 'Does not apply' },
  verify: {
    title: 'Check a certificate',
    lead: 'Paste the certificate or choose its file. It is checked now, and you see what each check found. The certificate is not kept.',
    text: 'The text of the certificate',
    textHint: 'All of the JSON text, from the first { to the last }.',
    file: 'Or the file of the certificate',
    fileHint: 'A JSON file of at most 1 MB.',
    submit: 'Check',
    another: 'Check another certificate',
    result: 'Result',
    checks: 'What was checked',
    source: 'Source',
    time: 'Time',
    document: 'the certificate itself',
    detail: 'Technical detail',
    summary: 'What the certificate says',
    summaryText: 'Read from the certificate. The result above says whether you can rely on it.',
    replacedBy: 'The new certificate',
    nothingYet: 'Nothing to check yet',
    notAccepted: 'This could not be read',
    nameAsGiven: 'The name is as the document gives it. The key alone does not say who the issuer is.',
    domain: 'Domain name',
    faults: {
      empty: 'Paste the text of a certificate, or choose its file.',
      unreadable: 'What was sent did not arrive whole. Please send it again.',
      notJson: 'This is not JSON. Make sure that all of the text is there, and nothing else.',
      notObject: 'This is JSON, but not a certificate: it must begin with { and end with }.',
      tooLarge: 'This is larger than 1 MB. A certificate is much smaller; perhaps it was the wrong file.',
      tooDeep: 'This is nested more than 64 levels deep, which no certificate is.',
    },
  },
};
