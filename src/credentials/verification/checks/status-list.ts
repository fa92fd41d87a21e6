import { isObject } from '../../../domain/shared/json.ts';
import { timestamp } from '../../../domain/shared/dates.ts';
import { mostValues } from '../../../domain/shared/json-limits.ts';
import { statusListLength } from '../../../domain/award/status-list.ts';
import type { Outcome } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Bytes } from '../../document/encoding.ts';
import { sameId } from '../../document/identifiers.ts';
import { bitAt, decodeBits, StatusListFault } from '../../status/bitstring.ts';
import { unfetched } from '../../document/unfetched.ts';
import { type Fetched } from '../../../services/ports/fetcher.ts';
import { checkFormat } from './format.ts';
import { checkIssuer } from './issuer.ts';
import { checkPeriod } from './period.ts';
import type { CheckResult, ProblemName } from '../../document/problems.ts';
import { checkProof } from './proof.ts';
import type { Lookup } from './status-entry.ts';
import type { VerificationContext } from '../context.ts';
import { asList, idOf, momentOf, objectsOf, textOf, typesOf } from '../../document/values.ts';
import { basisOf } from './list-basis.ts';

type Wanted = Extract<Lookup, { outcome: 'lookup' }>;

const purposeProblem = { revocation: 'revoked', suspension: 'suspended' } as const;
const finding = { revocation: { revoked: true }, suspension: { suspended: true } } as const;

type ListCheck = (list: VerificationContext) => CheckResult | Promise<CheckResult>;

/** What a list has to pass. It need not say how long it holds. */
const afresh: readonly (readonly [ListCheck, readonly Outcome[]])[] = [
  [checkFormat, ['passed']],
  // Before its issuer, who is not looked for where nobody signed.
  [checkProof, ['passed']],
  [checkIssuer, ['passed']],
];
const always: typeof afresh = [[checkPeriod, ['passed', 'notApplicable']]];

async function faultOf(list: VerificationContext, checks: typeof afresh): Promise<string | undefined> {
  for (const [check, passing] of checks) {
    const { outcome, problem } = await check(list);
    if (!passing.includes(outcome)) return `${problem?.title ?? ''} ${problem?.detail ?? ''}`.trim();
  }
  return undefined;
}

const maxListValues = 300;
const maxListProofs = 2;

type Read = Readonly<{ bits: Bytes }> | Readonly<{ fault: string }>;

/**
 * A status list is a credential: everything but its own status and catalogue is checked as for any other. Its period
 * is looked at each time; the rest follows from what `basisOf` names, so the same is not worked out twice.
 */
async function verifiedBits(list: VerificationContext, text: string, address: string): Promise<Read> {
  const { lists } = list.tools;
  const basis = await basisOf(list, text, address);
  const known = basis === undefined ? undefined : lists.find(basis);
  const fault = await faultOf(list, known ? always : [...afresh, ...always]);
  if (fault !== undefined) return { fault };
  const bits = known ?? (await decodeBits(bodyOf(list)['encodedList']));
  if (basis !== undefined) lists.keep(basis, bits);
  return { bits };
}

/** The one subject of a list, with all that the list says about it: a member with two values has none. */
function bodyOf(list: VerificationContext): JsonObject {
  const [subject] = objectsOf(list.document['credentialSubject']);
  const { encodedList, ...body } = list.nodes().whole(subject);
  // Its text as it is written, where no other place of the list gives another.
  return typeof encodedList === 'string' && encodedList === subject?.['encodedList'] ? { ...body, encodedList } : body;
}

/** A list is one node and a proof or two; a document can name twenty, so none may cost more than a list does. */
const isOfListSize = ({ document, form }: VerificationContext, text: string): boolean =>
  mostValues(text) <= maxListValues &&
  form?.problem !== 'too-complex' &&
  asList(document['proof']).length <= maxListProofs;

function bindingFault(
  credential: VerificationContext,
  list: VerificationContext,
  text: string,
  wanted: Wanted,
): string | undefined {
  if (!isOfListSize(list, text)) return 'It is not of the size of a status list.';
  const { document } = list;
  const subjects = asList(document['credentialSubject']);
  if (subjects.length > 1) return 'It has several subjects where one list is meant.';
  const body = bodyOf(list);
  if (
    !typesOf(document).includes('BitstringStatusListCredential') ||
    !typesOf(body).includes('BitstringStatusList') ||
    !isObject(subjects[0])
  ) {
    return 'What stands at its address is no status list.';
  }
  if (!sameId(idOf(document['issuer']), idOf(credential.document['issuer'])))
    return 'The list comes from another issuer than the document.';
  if (document['id'] !== undefined && !sameId(textOf(document['id']), wanted.list))
    return 'The list has another address than the document names.';
  if (!asList(body['statusPurpose']).includes(wanted.purpose))
    return `The list does not speak about ${wanted.purpose}.`;
  return undefined;
}

/** Milliseconds for which a list may be kept (Bitstring Status List 1.0 §2.2); undefined where it does not say. */
function ttlOf(json: unknown): number | undefined {
  const [body] = isObject(json) ? objectsOf(json['credentialSubject']) : [];
  const ttl = body?.['ttl'];
  return typeof ttl === 'number' && ttl >= 0 ? ttl : undefined;
}

/** The list as it stands now: one that was kept for longer than it allows is asked for again. */
async function fetchList({ tools: { fetcher }, now }: VerificationContext, address: string): Promise<Fetched> {
  const fetched = await fetcher.fetchJson(address);
  const ttl = ttlOf(fetched.json);
  const since = ttl === undefined ? undefined : new Date(now.getTime() - ttl);
  return since && fetched.fetchedAt < since ? fetcher.fetchJson(address, { since }) : fetched;
}

const publishedAt = ({ document }: VerificationContext, fetchedAt: Date): string =>
  timestamp(momentOf(document['validFrom']) ?? momentOf(objectsOf(document['proof'])[0]?.['created']) ?? fetchedAt);

type Answer = Omit<CheckResult, 'source' | 'time'>;
type Open = (name: ProblemName, detail: string) => Answer;

async function readBit(
  list: VerificationContext,
  text: string,
  wanted: Wanted,
  time: string,
  open: Open,
): Promise<Answer> {
  const { problems } = list.tools;
  const read = await verifiedBits(list, text, wanted.list);
  if ('fault' in read) return open('statusVerification', read.fault);
  const { bits } = read;
  if (bits.length * 8 < statusListLength)
    return open('statusLength', `It has ${bits.length * 8} entries; at least ${statusListLength} are needed.`);
  if (wanted.index >= bits.length * 8) return open('range', `The list has no entry ${wanted.index}.`);
  const purposes = [wanted.purpose];
  if (!bitAt(bits, wanted.index)) return { outcome: 'passed', purposes };
  const problem = problems(purposeProblem[wanted.purpose], `The list of ${time} says so.`);
  return { outcome: 'failed', problem, purposes, findings: finding[wanted.purpose] };
}

/** Reads one bit. Only a set bit fails the check; one that cannot be read, for whatever reason, leaves it unknown. */
export async function lookUp(credential: VerificationContext, wanted: Wanted): Promise<CheckResult> {
  const { tools, related } = credential;
  const source = wanted.list;
  const open: Open = (name, detail) => ({
    outcome: 'unknown',
    problem: tools.problems(
      name,
      `${detail} So whether it is ${wanted.purpose === 'revocation' ? 'revoked' : 'suspended'} could not be checked.`,
    ),
  });
  const fetched = await fetchList(credential, source).catch((error: unknown) => unfetched(error, source));
  if ('why' in fetched) return { ...open('statusRetrieval', fetched.why), source, reason: fetched.reason };
  if (!isObject(fetched.json))
    return { ...open('statusRetrieval', `${source} did not answer with a status list.`), source };
  const list = related(fetched.json);
  const time = publishedAt(list, fetched.fetchedAt);
  const fault = bindingFault(credential, list, fetched.text, wanted);
  if (fault) return { ...open('statusVerification', fault), source, time };
  try {
    return { ...(await readBit(list, fetched.text, wanted, time, open)), source, time };
  } catch (error) {
    if (error instanceof StatusListFault) return { ...open('malformed', error.message), source, time };
    throw error;
  }
}
