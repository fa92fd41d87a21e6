import { createAccess } from './access.ts';
import { createAwarding } from './awarding.ts';
import { createCatalogue } from './catalogue.ts';
import { createCertificates } from './certificates.ts';
import { createCompletions } from './completions.ts';
import { createDecisions } from './decisions.ts';
import { createDrafting } from './drafting.ts';
import { createHealth } from './health.ts';
import { createInstitutions } from './institutions.ts';
import { createIssuing } from './issuing.ts';
import { createOfferings } from './offerings.ts';
import type { Ports } from './ports.ts';
import { createPublicDocuments } from './public-documents.ts';
import { createRegistrations } from './registrations.ts';
import { createStaffDirectory } from './staff-directory.ts';
import { createStatusPublishing } from './status-publishing.ts';

/** Every use case, wired to the world that is passed in. */
export function createServices(ports: Ports) {
  const access = createAccess(ports);
  const drafting = createDrafting(ports, access);
  const catalogue = createCatalogue(ports, access, drafting);
  const lists = createStatusPublishing(ports);
  const issuing = createIssuing(ports, lists);
  const publicDocuments = createPublicDocuments(ports, lists);
  return {
    access,
    institutions: createInstitutions(ports),
    drafting,
    catalogue,
    offerings: createOfferings(ports, access, catalogue),
    registrations: createRegistrations(ports, access),
    completions: createCompletions(ports, access),
    awarding: createAwarding(ports, access, issuing),
    staffDirectory: createStaffDirectory(ports, access),
    decisions: createDecisions(ports, access),
    issuing,
    certificates: createCertificates(ports, publicDocuments),
    publicDocuments,
    health: createHealth(ports),
    verifying: ports.verifier,
    addresses: ports.addresses,
    readFor: ports.readFor,
    now: ports.now,
    sha256: ports.sha256,
  };
}

export type Services = ReturnType<typeof createServices>;
