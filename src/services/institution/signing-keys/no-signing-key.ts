import type { KeyPurpose } from '../../../domain/institution/signing-key.ts';
import { DomainError } from '../../../domain/shared/errors.ts';

/** Says which kind of key is missing, and how whoever runs the service adds it. */
export function noSigningKey(slug: string, algorithm: string, purpose: KeyPurpose = 'credentials'): DomainError {
  const option = purpose === 'credentials' ? '' : ` --purpose ${purpose}`;
  return new DomainError(
    'state-forbids',
    `${slug} has no ${algorithm} key in force for ${purpose}. Whoever runs the service can add one: ` +
      `npm run cli -- signing-key add ${slug} --algorithm ${algorithm}${option}`,
  );
}
