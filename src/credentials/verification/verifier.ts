import type { Addresses } from '../../domain/addresses.ts';
import { timestamp } from '../../domain/dates.ts';
import { checkNames, verdictOf, type Check, type CheckName, type Findings } from '../../domain/verification.ts';
import type { Verifier } from '../../services/ports.ts';
import { createDocumentLoader } from '../contexts/document-loader.ts';
import { checkCatalogue } from './catalogue.ts';
import type { Door } from './door.ts';
import { checkFormat } from './format.ts';
import { checkIssuer } from './issuer.ts';
import { checkPeriod } from './period.ts';
import { createProblems, type CheckResult } from './problems.ts';
import { checkProof } from './proof.ts';
import { checkStatus } from './status.ts';
import { createSubject, type Subject, type Tools } from './subject.ts';
import { createSummaryReader } from './summary.ts';
import { isObject } from './values.ts';
import { createVerifiedLists } from './verified-lists.ts';

/** What is asked of a document, in the order in which it is reported. */
const checks: Readonly<Record<CheckName, (subject: Subject) => CheckResult | Promise<CheckResult>>> = {
  format: checkFormat,
  issuer: checkIssuer,
  proof: checkProof,
  period: checkPeriod,
  status: checkStatus,
  catalogue: checkCatalogue,
};

type Parts = Readonly<{
  addresses: Addresses;
  door: Door;
  /** More contexts than the service knows, for specification vectors. */
  contexts?: ReadonlyMap<string, unknown>;
}>;

/** The contract's limit; a stranger's address may be longer. */
const maxSource = 2000;

/** A fault of ours, or a document stranger than we thought of: the check is open, never passed. */
async function run(name: CheckName, subject: Subject): Promise<CheckResult> {
  try {
    return await checks[name](subject);
  } catch {
    return { outcome: 'unknown', problem: subject.tools.problems('check-failed') };
  }
}

/** Every check is made whatever the others said, so that the report is whole. */
export function createVerifier({ addresses, door, contexts }: Parts): Verifier {
  const tools: Tools = {
    addresses,
    door,
    loader: createDocumentLoader(addresses, contexts),
    problems: createProblems(addresses.base),
    lists: createVerifiedLists(),
  };
  const summarise = createSummaryReader(addresses);
  const verifier: Verifier = {
    verifyReceived: (received, now) => verifier.verify('json' in received ? received.json : undefined, now),

    async verify(credential, now) {
      // A caller may hand over any JSON; whatever is no object has nothing in it.
      const subject = createSubject(isObject(credential) ? credential : {}, now, tools);
      const checkedAt = timestamp(now);
      const results: Check[] = [];
      const found: Findings[] = [];
      for (const name of checkNames) {
        const { findings, ...result } = await run(name, subject);
        const source = (result.source ?? 'document').slice(0, maxSource);
        results.push({ name, time: checkedAt, ...result, source });
        found.push({ revoked: false, suspended: false, expired: false, notYetValid: false, ...findings });
      }
      const holds = (finding: keyof Findings) => found.some((findings) => findings[finding]);
      const findings = {
        revoked: holds('revoked'),
        suspended: holds('suspended'),
        expired: holds('expired'),
        notYetValid: holds('notYetValid'),
      };
      return {
        verdict: verdictOf(results, findings),
        kind: 'credential',
        checkedAt,
        checks: results,
        summary: summarise(isObject(credential) ? credential : {}),
      };
    },
  };
  return verifier;
}
