import { timestamp } from '../../../domain/shared/dates.ts';
import {
  checkNames,
  verdictOf,
  type Check,
  type FetchFault,
  type Report,
} from '../../../domain/verification/verification.ts';
import type { JsonObject, OnFetch, Received, Verifier } from '../../../services/ports/index.ts';
import { unfetched } from '../../document/unfetched.ts';
import { type Fetcher } from '../../../services/ports/fetcher.ts';
import type { ProblemName, Problems } from '../../document/problems.ts';
import { adviceFor, adviceOn } from './advice.ts';
import type { Recognised } from '../../document/recognised.ts';
import { recogniseBytes } from './bytes.ts';
import type { Finding } from './finding.ts';
import { twice } from './json-text.ts';
import { recogniseJson, recogniseText } from './text.ts';

type Needs = Readonly<{
  verify(recognised: Recognised, now: Date, onFetch?: OnFetch): Promise<Report>;
  /** What a document says that nobody checked. */
  summaryOf(document: JsonObject): Report['summary'];
  fetcher: Fetcher;
  problems: Problems;
}>;

function recognise(received: Exclude<Received, { link: string }>): Finding {
  if ('bytes' in received) return recogniseBytes(received.bytes);
  if ('text' in received) return recogniseText(received.text.replace(/^\uFEFF/, ''));
  return received.duplicate === undefined
    ? recogniseJson(received.json)
    : { kind: 'json', ...twice(received.duplicate) };
}

type Unchecked = Exclude<Finding, { recognised: Recognised } | { link: string }> & Readonly<{ reason?: FetchFault }>;

const problemOf = (finding: Unchecked): readonly [ProblemName, string] => {
  if ('fault' in finding) return [finding.problem, finding.fault];
  return 'excess' in finding ? ['too-complex', finding.excess] : ['unsupported-format', finding.advice];
};

/** The first check says what stands in the way of all of them. */
function reportOn(finding: Unchecked, now: Date, { problems, summaryOf }: Needs): Report {
  const time = timestamp(now);
  const [name, detail] = problemOf(finding);
  const byForm = 'fault' in finding;
  const rest = checkNames.slice(1).map((check): Check => ({
    name: check,
    outcome: 'unknown',
    source: 'document',
    time,
  }));
  const format = {
    name: checkNames[0],
    outcome: byForm ? ('failed' as const) : ('unknown' as const),
    source: 'document',
    time,
    problem: problems(name, detail),
    ...(finding.reason && { reason: finding.reason }),
  };
  const findings = { revoked: false, suspended: false, expired: false, notYetValid: false };
  return {
    verdict: verdictOf([{ ...format, byForm }, ...rest], findings),
    kind: finding.kind,
    checkedAt: time,
    checks: [format, ...rest],
    summary: 'readable' in finding && finding.readable ? summaryOf(finding.readable) : {},
  };
}

/** The contract's limit for an address. */
const maxAddress = 2_000;

/** Finds out what was handed over, follows a link once, and checks what is checked here. */
export function createReception(needs: Needs): Verifier['verifyReceived'] {
  const { verify, fetcher } = needs;

  async function answer(finding: Exclude<Finding, { link: string }>, now: Date, onFetch?: OnFetch): Promise<Report> {
    return 'recognised' in finding ? verify(finding.recognised, now, onFetch) : reportOn(finding, now, needs);
  }

  async function follow(link: string, now: Date, onFetch?: OnFetch): Promise<Report> {
    const file = await fetcher.fetchFile(link).catch((error: unknown) => unfetched(error, link));
    if ('why' in file) {
      const { reason, why } = file;
      const kind = reason === 'web-page' ? 'web-page' : 'link';
      return reportOn({ kind, advice: `${why} ${adviceFor[kind]}`, reason }, now, needs);
    }
    const finding = recogniseBytes(file.bytes);
    const next = 'link' in finding ? adviceOn('link') : finding;
    return { ...(await answer(next, now, onFetch)), fetchedFrom: file.url.slice(0, maxAddress) };
  }

  return async (received, now, onFetch) => {
    if ('link' in received) return follow(received.link, now, onFetch);
    const finding = recognise(received);
    return 'link' in finding ? follow(finding.link, now, onFetch) : answer(finding, now, onFetch);
  };
}
