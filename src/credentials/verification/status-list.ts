import { timestamp } from '../../domain/dates.ts';
import { mostValues } from '../../domain/json-limits.ts';
import { statusListLength } from '../../domain/status-list.ts';
import type { Bytes } from '../encoding.ts';
import { bitAt, decodeBits, StatusListFault } from '../status/bitstring.ts';
import { checkFormat } from './format.ts';
import { checkIssuer } from './issuer.ts';
import { checkPeriod } from './period.ts';
import type { CheckResult, ProblemName } from './problems.ts';
import { checkProof } from './proof.ts';
import type { Lookup } from './status-entry.ts';
import type { Subject } from './subject.ts';
import { asList, idOf, isObject, momentOf, objectsOf, typesOf } from './values.ts';
import { basisOf } from './verified-lists.ts';

type Wanted = Extract<Lookup, { outcome: 'lookup' }>;

const purposeProblem = { revocation: 'revoked', suspension: 'suspended' } as const;
const finding = { revocation: { revoked: true }, suspension: { suspended: true } } as const;

type ListCheck = (list: Subject) => CheckResult | Promise<CheckResult>;

async function faultOf(list: Subject, checks: readonly ListCheck[]): Promise<string | undefined> {
  for (const check of checks) {
    const { outcome, problem } = await check(list);
    if (outcome === 'failed' || outcome === 'unknown') return `${problem?.title ?? ''} ${problem?.detail ?? ''}`.trim();
  }
  return undefined;
}

/** A list is one node and a proof or two; a document can name twenty, so none may cost more than a list does. */
const maxListValues = 300;
const maxListProofs = 2;

type Read = Readonly<{ bits: Bytes }> | Readonly<{ fault: string }>;

/**
 * A status list is a credential: everything but its own status and catalogue is checked as for any other. Its period
 * is looked at each time; the rest follows from what `basisOf` names, so the same is not worked out twice.
 */
async function verifiedBits(list: Subject, text: string, address: string): Promise<Read> {
  if (mostValues(text) > maxListValues || asList(list.document['proof']).length > maxListProofs)
    return { fault: 'It is not of the size of a status list.' };
  const { lists } = list.tools;
  const basis = await basisOf(list, text, address);
  const known = basis === undefined ? undefined : lists.find(basis);
  const fault = await faultOf(list, known ? [checkPeriod] : [checkFormat, checkIssuer, checkProof, checkPeriod]);
  if (fault !== undefined) return { fault };
  const bits = known ?? (await decodeBits(objectsOf(list.document['credentialSubject'])[0]?.['encodedList']));
  if (basis !== undefined) lists.keep(basis, bits);
  return { bits };
}

function bindingFault(credential: Subject, list: Subject, wanted: Wanted): string | undefined {
  const { document } = list;
  const [body] = objectsOf(document['credentialSubject']);
  if (
    !typesOf(document).includes('BitstringStatusListCredential') ||
    !body ||
    !typesOf(body).includes('BitstringStatusList')
  ) {
    return 'What stands at its address is no status list.';
  }
  if (idOf(document['issuer']) !== idOf(credential.document['issuer']))
    return 'The list comes from another issuer than the document.';
  if (document['id'] !== undefined && document['id'] !== wanted.list)
    return 'The list has another address than the document names.';
  if (!asList(body['statusPurpose']).includes(wanted.purpose))
    return `The list does not speak about ${wanted.purpose}.`;
  return undefined;
}

/** Reads one bit. Whatever keeps it from being read leaves the status open; only a set bit speaks against the document. */
export async function lookUp(credential: Subject, wanted: Wanted): Promise<CheckResult> {
  const { tools, related } = credential;
  const { problems } = tools;
  const source = wanted.list;
  const open = (name: ProblemName, detail: string, time?: string): CheckResult => ({
    outcome: 'unknown',
    source,
    ...(time ? { time } : {}),
    problem: problems(
      name,
      `${detail} So whether it is ${wanted.purpose === 'revocation' ? 'revoked' : 'suspended'} could not be checked.`,
    ),
  });
  const fetched = await tools.door.fetchJson(source).catch(() => undefined);
  if (!fetched) return open('statusRetrieval', `${source} gave no answer.`);
  if (!isObject(fetched.json)) return open('statusRetrieval', `${source} did not answer with a status list.`);
  const list = related(fetched.json);
  const time = timestamp(
    momentOf(list.document['validFrom']) ??
      momentOf(objectsOf(list.document['proof'])[0]?.['created']) ??
      fetched.fetchedAt,
  );
  const fault = bindingFault(credential, list, wanted);
  if (fault) return open('statusVerification', fault, time);
  try {
    const read = await verifiedBits(list, fetched.text, source);
    if ('fault' in read) return open('statusVerification', read.fault, time);
    const { bits } = read;
    if (bits.length * 8 < statusListLength)
      return open('statusLength', `It has ${bits.length * 8} entries; at least ${statusListLength} are needed.`, time);
    if (wanted.index >= bits.length * 8) return open('range', `The list has no entry ${wanted.index}.`, time);
    if (!bitAt(bits, wanted.index)) return { outcome: 'passed', source, time };
    return {
      outcome: 'failed',
      source,
      time,
      problem: problems(purposeProblem[wanted.purpose], `The list of ${time} says so.`),
      findings: finding[wanted.purpose],
    };
  } catch (error) {
    if (error instanceof StatusListFault) return open('malformed', error.message, time);
    throw error;
  }
}
