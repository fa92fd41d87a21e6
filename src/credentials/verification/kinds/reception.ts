import type { Report } from '../../../domain/verification/verification.ts';
import type { OnFetch, Received, VerificationOptions, Verifier } from '../../../services/ports/index.ts';
import { unfetched } from '../../document/unfetched.ts';
import { type Fetcher } from '../../../services/ports/fetcher.ts';
import { adviceFor, adviceOn } from './advice.ts';
import type { Readable, Recognised } from '../../document/recognised.ts';
import { recogniseBytes } from './bytes.ts';
import type { Finding } from './finding.ts';
import { twice } from './json-text.ts';
import { recogniseJson, recogniseText } from './text.ts';
import { unreadReport, type UnreadNeeds } from './unread-report.ts';

/** When something is checked, who is told of fetches, and what its signatures must have been made for. */
export type Checking = Readonly<{
  now: Date;
  onFetch?: OnFetch | undefined;
  options?: VerificationOptions | undefined;
}>;

type Needs = UnreadNeeds &
  Readonly<{
    verify(recognised: Recognised, checking: Checking): Promise<Report>;
    present(presentation: Readable, checking: Checking): Promise<Report>;
    fetcher: Fetcher;
  }>;

function recognise(received: Exclude<Received, { link: string }>): Finding {
  if ('bytes' in received) return recogniseBytes(received.bytes);
  if ('text' in received) return recogniseText(received.text.replace(/^\uFEFF/, ''));
  return received.duplicate === undefined
    ? recogniseJson(received.json)
    : { kind: 'json', ...twice(received.duplicate) };
}

/** The contract's limit for an address. */
const maxAddress = 2_000;

/** Finds out what was handed over, follows a link once, and checks what is checked here. */
export function createReception(needs: Needs): Verifier['verifyReceived'] {
  const { verify, present, fetcher } = needs;

  async function answer(finding: Exclude<Finding, { link: string }>, checking: Checking): Promise<Report> {
    if ('recognised' in finding) return verify(finding.recognised, checking);
    return 'presentation' in finding
      ? present(finding.presentation, checking)
      : unreadReport(finding, checking.now, needs);
  }

  async function follow(link: string, checking: Checking): Promise<Report> {
    const file = await fetcher.fetchFile(link).catch((error: unknown) => unfetched(error, link));
    if ('why' in file) {
      const { reason, why } = file;
      const kind = reason === 'web-page' ? 'web-page' : 'link';
      return unreadReport({ kind, advice: `${why} ${adviceFor[kind]}`, reason }, checking.now, needs);
    }
    const finding = recogniseBytes(file.bytes);
    const next = 'link' in finding ? adviceOn('link') : finding;
    return { ...(await answer(next, checking)), fetchedFrom: file.url.slice(0, maxAddress) };
  }

  return async (received, now, onFetch) => {
    const checking = { now, onFetch, options: received.options };
    if ('link' in received) return follow(received.link, checking);
    const finding = recognise(received);
    return 'link' in finding ? follow(finding.link, checking) : answer(finding, checking);
  };
}
