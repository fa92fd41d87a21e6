import { createAccess } from './institution/access.ts';
import { createAwardPath } from './award/award-path.ts';
import { createAwardBatches } from './award/batch/award-runs.ts';
import { createRecordingMany } from './award/batch/recording-many.ts';
import { createRunWork } from './award/batch/run-work.ts';
import { createSigningMany } from './award/batch/signing-many.ts';
import { createAwarding } from './award/awarding.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { createCertificates } from './award/certificates.ts';
import { createResults } from './enrolment/results.ts';
import { createDecisions } from './institution/decisions.ts';
import { createDrafting } from './catalogue/drafting.ts';
import { createEmblems } from './catalogue/emblems.ts';
import { createErasing } from './enrolment/erasing.ts';
import { createHostedCompletions } from './award/hosted-completions.ts';
import { createHosting } from './catalogue/hosting.ts';
import { createHealth } from './health.ts';
import { createInstitutions } from './institution/institutions.ts';
import { createIssuing } from './award/issuing.ts';
import { createSigning } from './award/signing.ts';
import { createPartners } from './catalogue/joint/partners.ts';
import { createPartnerships } from './catalogue/joint/partnerships.ts';
import { createOfferings } from './catalogue/offerings.ts';
import type { Ports } from './ports/index.ts';
import { createPreparing } from './award/preparing.ts';
import { createPersonDocuments } from './enrolment/person-documents.ts';
import { createPublicDocuments } from './public-documents.ts';
import { createThemes } from './catalogue/themes.ts';
import { createRegistrations } from './enrolment/registrations.ts';
import { createRetention } from './enrolment/retention.ts';
import { createStaffDirectory } from './institution/staff-directory.ts';
import { createStatusPublishing } from './award/status-publishing.ts';

/** Every use case, built from the ports that are passed in. */
export function createServices(ports: Ports) {
  const access = createAccess(ports);
  const drafting = createDrafting(ports, access);
  const catalogue = createCatalogue(ports, access, drafting);
  const lists = createStatusPublishing(ports);
  const signing = createSigning(ports);
  const issuing = createIssuing(ports, signing, lists);
  const preparing = createPreparing(ports, signing);
  const signingMany = createSigningMany(ports, signing);
  const runWork = createRunWork(ports, createRecordingMany(ports, preparing), signingMany, lists);
  const publicDocuments = createPublicDocuments(ports, lists, catalogue);
  return {
    access,
    institutions: createInstitutions(ports),
    drafting,
    catalogue,
    themes: createThemes(ports),
    emblems: createEmblems(ports, access),
    partners: createPartners(ports, access),
    partnerships: createPartnerships(ports, access, drafting),
    offerings: createOfferings(ports, access, catalogue),
    hosting: createHosting(ports, access),
    hostedCompletions: createHostedCompletions(ports, access),
    registrations: createRegistrations(ports, access),
    results: createResults(ports, access),
    erasing: createErasing(ports),
    personDocuments: createPersonDocuments(ports),
    retention: createRetention(ports),
    awardBatches: createAwardBatches(ports, access, runWork),
    awarding: createAwarding(ports, access, createAwardPath(ports, preparing, signing, lists), issuing),
    staffDirectory: createStaffDirectory(ports, access),
    decisions: createDecisions(ports, access),
    issuing,
    certificates: createCertificates(ports, publicDocuments),
    publicDocuments,
    health: createHealth(ports),
    verifying: ports.verifier,
    addresses: ports.addresses,
    readFor: ports.readFor,
    changes: ports.changes,
    now: ports.now,
    sha256: ports.sha256,
  };
}

export type Services = ReturnType<typeof createServices>;
