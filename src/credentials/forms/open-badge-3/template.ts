import { slot } from '../../canonical/slots.ts';
import type { TemplateSource } from '../form.ts';
import { composeAround } from './open-badge-3.ts';

const subject = 'credentialSubject';
const result = [subject, 'result', 0] as const;
const status = (index: number) => [
  slot('iri', 'credentialStatus', index, 'id'),
  slot('number', 'credentialStatus', index, 'statusListIndex'),
  slot('iri', 'credentialStatus', index, 'statusListCredential'),
];

/**
 * What differs between the awards of a version. Whatever else does (how the person was examined, in which register, by
 * whom it was given) is of few kinds, and each kind has a template of its own.
 */
export const openBadgeTemplate: TemplateSource = {
  slots: [
    slot('iri', 'id'),
    slot('moment', 'validFrom'),
    slot('moment', 'awardedDate'),
    slot('iri', subject, 'id'),
    slot('text', subject, 'learnerName'),
    slot('day', subject, 'completedOn'),
    slot('iri', ...result, 'id'),
    slot('text', ...result, 'value'),
    slot('text', ...result, 'registeredAs'),
    slot('moment', ...result, 'attestedAt'),
    ...status(0),
    ...status(1),
  ],
  around: (addresses, facts) => composeAround(addresses, facts, {}),
};
