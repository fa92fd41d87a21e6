import { ed25519 } from '../../keys/algorithms/ed25519.ts';
import type { CredentialForm } from '../form.ts';
import { secureJsonLd } from '../secured-json-ld.ts';
import { composeOpenBadge } from './open-badge-3.ts';
import { openBadgeTemplate } from './template.ts';

/** Open Badges 3.0 on VC Data Model 2.0, with an embedded proof. */
export const openBadge3: CredentialForm = {
  id: 'open-badge-3',
  mediaType: 'application/vc',
  fileName: 'credential.json',
  keyAlgorithm: ed25519.id,
  kind: 'credential',
  compose: composeOpenBadge,
  saltCount: () => 0,
  template: openBadgeTemplate,
  secure: secureJsonLd,
};
