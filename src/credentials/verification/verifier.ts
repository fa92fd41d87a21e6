import type { Addresses } from '../../domain/addresses/addresses.ts';
import { timestamp } from '../../domain/shared/dates.ts';
import {
  checkNames,
  verdictOf,
  type Check,
  type CheckName,
  type Findings,
  type Report,
  type Summary,
} from '../../domain/verification/verification.ts';
import type { AtHand, JsonObject, OnFetch, Verifier } from '../../services/ports/index.ts';
import { createDocumentLoader } from '../contexts/document-loader.ts';
import { checkCatalogue } from './checks/catalogue.ts';
import type { Fetcher } from '../../services/ports/fetcher.ts';
import { checkFormat } from './checks/format.ts';
import { checkIssuer } from './checks/issuer.ts';
import { formFault } from '../document/json-ld/form.ts';
import { createReception } from './kinds/reception.ts';
import { createOwnPlaces } from './own-places.ts';
import { checkPeriod } from './checks/period.ts';
import { createProblems, type CheckResult } from '../document/problems.ts';
import { checkProof } from './checks/proof.ts';
import { checkStatus } from './checks/status.ts';
import type { Recognised } from '../document/recognised.ts';
import { readers } from '../forms/readers.ts';
import { createVerificationContext, type VerificationContext, type Tools } from './context.ts';
import { createSummaryReader } from './summary/summary.ts';
import { isObject } from '../../domain/shared/json.ts';
import { createVerifiedLists, type VerifiedLists } from './checks/verified-lists.ts';

/** What is asked of a document, in the order in which it is reported. */
const checks: Readonly<Record<CheckName, (context: VerificationContext) => CheckResult | Promise<CheckResult>>> = {
  format: checkFormat,
  issuer: checkIssuer,
  proof: checkProof,
  period: checkPeriod,
  status: checkStatus,
  catalogue: checkCatalogue,
};

type Parts = Readonly<{
  addresses: Addresses;
  /** Every origin at which this service answers, aliases too; that of `addresses` is among them without being named. */
  origins?: readonly string[];
  fetcher: Fetcher;
  /** Status lists that were verified before, where they outlive the verifier. */
  lists?: VerifiedLists;
  /** More contexts than the service knows, for specification vectors. */
  contexts?: ReadonlyMap<string, unknown>;
}>;

/** The contract's limit; an address in a document may be longer. */
const maxSource = 2000;

/**
 * A check that throws (an error in it, or a document that nobody foresaw) is unknown, never passed. A document that
 * is too complex gets that as its only finding.
 */
async function run(name: CheckName, context: VerificationContext): Promise<CheckResult> {
  const { form, tools } = context;
  if (form?.problem === 'too-complex' && name !== 'format')
    return { outcome: 'unknown', problem: tools.problems('too-complex', form.detail) };
  try {
    return await checks[name](context);
  } catch {
    return { outcome: 'unknown', problem: tools.problems('check-failed') };
  }
}

const nothingFound: Findings = { revoked: false, suspended: false, expired: false, notYetValid: false };

type Judged = Pick<Report, 'verdict' | 'checks'>;

/** Every check is made whatever the others said, so that the report is whole. */
async function judge(context: VerificationContext, checkedAt: string): Promise<Judged> {
  const results: (Check & { byForm: boolean })[] = [];
  let findings = nothingFound;
  for (const name of checkNames) {
    const { findings: found = {}, byForm = false, ...result } = await run(name, context);
    const source = (result.source ?? 'document').slice(0, maxSource);
    results.push({ name, time: checkedAt, ...result, source, byForm });
    findings = { ...findings, ...found };
  }
  return { verdict: verdictOf(results, findings), checks: results.map(({ byForm: _, ...check }) => check) };
}

/** Checks credentials, and whatever else is handed over as far as it can be read. */
export function createVerifier({
  addresses,
  origins = [],
  fetcher,
  lists = createVerifiedLists(),
  contexts,
}: Parts): Verifier {
  const tools: Tools = {
    own: createOwnPlaces(addresses, origins),
    fetcher,
    loader: createDocumentLoader(addresses, contexts),
    problems: createProblems(addresses.base),
    lists,
  };
  const summarise = createSummaryReader(addresses);
  const verify = async (recognised: Recognised, now: Date, onFetch?: OnFetch, atHand?: AtHand): Promise<Report> => {
    const context = createVerificationContext(recognised, now, { ...tools, onFetch, atHand });
    const checkedAt = timestamp(now);
    const judged = await judge(context, checkedAt);
    const isReadable = context.form?.problem !== 'too-complex';
    return {
      ...judged,
      kind: recognised.kind,
      checkedAt,
      summary: isReadable ? summarise(context.document, context.nodes()) : {},
    };
  };
  const summaryOf = (document: JsonObject): Summary =>
    formFault(document, tools.loader)?.problem === 'too-complex' ? {} : summarise(document);
  return {
    // A caller may hand over any JSON; whatever is no object has nothing in it.
    verify: (credential, now, onFetch, atHand) =>
      verify(
        { kind: 'credential', ...readers.credential(isObject(credential) ? credential : {}) },
        now,
        onFetch,
        atHand,
      ),
    verifyReceived: createReception({ verify, summaryOf, fetcher, problems: tools.problems }),
  };
}
