import { DomainError } from '../../../domain/shared/errors.ts';

/** Certificates that are not installed, and why, in words for whoever got them from an authority. */
export const refused = (why: string): DomainError =>
  new DomainError('import-unreadable', `The certificate is not taken. ${why}`);
