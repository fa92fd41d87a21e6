import type { Addresses } from '../../domain/addresses/addresses.ts';
import { timestamp } from '../../domain/shared/dates.ts';
import {
  checkNames,
  type CredentialCheckName,
  type DocumentKind,
  verdictOf,
  type Report,
  type Summary,
} from '../../domain/verification/verification.ts';
import type { AtHand, JsonObject, Verifier } from '../../services/ports/index.ts';
import { createDocumentLoader } from '../contexts/document-loader.ts';
import { checkCatalogue } from './checks/catalogue.ts';
import type { Fetcher } from '../../services/ports/fetcher.ts';
import { checkFormat } from './checks/format.ts';
import { checkIssuer } from './checks/issuer.ts';
import { formFault } from '../document/json-ld/form.ts';
import { type Checking, createReception } from './kinds/reception.ts';
import { createOwnPlaces } from './own-places.ts';
import { checkPeriod } from './checks/period.ts';
import { createProblems, type CheckResult } from '../document/problems.ts';
import { checkProof } from './checks/proof.ts';
import { checkStatus } from './checks/status.ts';
import type { Recognised } from '../document/recognised.ts';
import { readers } from '../forms/readers.ts';
import { createContexts, type VerificationContext, type Tools } from './context.ts';
import { makeChecks } from './made-checks.ts';
import { createPresenting } from './presentation/present.ts';
import { createSummaryReader } from './summary/summary.ts';
import { isObject } from '../../domain/shared/json.ts';
import { createVerifiedLists, type VerifiedLists } from './checks/verified-lists.ts';

/** What is asked of a document, in the order in which it is reported. */
const checks: Readonly<
  Record<CredentialCheckName, (context: VerificationContext) => CheckResult | Promise<CheckResult>>
> = {
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
  const summaryOf = (document: JsonObject): Summary =>
    formFault(document, tools.loader)?.problem === 'too-complex' ? {} : summarise(document);
  const unread = { summaryOf, problems: tools.problems };

  const judge = async (context: VerificationContext, kind: DocumentKind): Promise<Report> => {
    const checkedAt = timestamp(context.now);
    const check = (name: CredentialCheckName) => checks[name](context);
    const made = await makeChecks({ names: checkNames, check, context, checkedAt });
    const isReadable = context.form?.problem !== 'too-complex';
    const summary = isReadable ? summarise(context.document, context.nodes()) : {};
    return { verdict: verdictOf(made.answers, made.findings), kind, checkedAt, checks: made.checks, summary };
  };
  const verify = (recognised: Recognised, { now, onFetch, options }: Checking, atHand?: AtHand): Promise<Report> => {
    const contexts = createContexts(now, { ...tools, onFetch, atHand });
    return judge(contexts(recognised, { ...options, purpose: 'assertionMethod' }), recognised.kind);
  };
  const present = createPresenting({
    ...unread,
    tools,
    verifyIn: (contexts, recognised) => judge(contexts(recognised), recognised.kind),
  });
  return {
    // A caller may hand over any JSON; whatever is no object has nothing in it.
    verify: (credential, now, onFetch, atHand) =>
      verify(
        { kind: 'credential', ...readers.credential(isObject(credential) ? credential : {}) },
        { now, onFetch },
        atHand,
      ),
    verifyReceived: createReception({ ...unread, verify, present, fetcher }),
  };
}
