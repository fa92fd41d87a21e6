import { type Context, Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { DomainError } from '../domain/shared/errors.ts';
import { present } from '../domain/shared/present.ts';
import { contractTag, contractText } from '../generated/contract.ts';
import { operationTable } from '../generated/operations.ts';
import type { Services } from '../services/index.ts';
import { answerLanguage } from './output/answer-language.ts';
import type { Env } from './env.ts';
import { handlers } from './handlers/index.ts';
import { createCheckLimit } from './middleware/limit-checks.ts';
import { secureEveryAnswer } from './middleware/security-headers.ts';
import type { Handler, OperationId, ReadyBytes } from './operation.ts';
import { permanentAddresses } from './permanent-addresses.ts';
import { problems, respondWithMethodNotAllowed, respondWithProblem, retryAfter, toProblem } from './output/problem.ts';
import { readInput } from './input/read-input.ts';
import { keepForAll } from './output/conditional.ts';
import { respond } from './output/respond.ts';

/** What takes part in the same app beside the contract: the pages for people. */
export type Mounts = Readonly<{
  pages: Hono<{ Bindings: { services: Services } }>;
  /** Answers a person's browser at a permanent address with the page there. */
  redirectToPage: (c: Context) => Response;
  /** The contract in readable form. */
  createReference: (refusals: typeof problems) => Hono;
  wantsHtml: (c: Context) => boolean;
  renderProblem: (c: Context, status: 400 | 404 | 429 | 500 | 503) => Response | Promise<Response>;
  log: (error: unknown) => void;
}>;

export function createApp(mounts: Mounts): Hono<Env> {
  const app = new Hono<Env>();
  app.use(secureEveryAnswer);
  app.use(createCheckLimit());
  app.use((c, next) => (isNowhere(c) ? Promise.resolve(c.notFound()) : next()));
  app.use(
    methodNotAllowed({
      app,
      // A browser gets the page for 404, which was made already, as nobody reads the methods of an address there.
      onMethodNotAllowed: (c, methods) => (mounts.wantsHtml(c) ? c.res : respondWithMethodNotAllowed(methods)),
    }),
  );
  for (const id of Object.keys(operationTable) as OperationId[]) {
    const { method, path } = operationTable[id];
    app.on(method.toUpperCase(), path, (c) => answer(id, c));
  }
  app.get('/openapi.json', (c) =>
    respond(c, { type: 'application/json', text: contractText, etag: contractTag, maxAge: 300 }),
  );
  app.route('/docs', mounts.createReference(problems));
  app.route('/', permanentAddresses(mounts));
  app.route('/', mounts.pages);
  app.notFound((c) => {
    if (mounts.wantsHtml(c)) return mounts.renderProblem(c, 404);
    const nothing = new DomainError(
      'not-found',
      'There is nothing at this address; /openapi.json lists what there is.',
    );
    return respondWithProblem(nothing, languageOf(c));
  });
  app.onError((error, c) => {
    if (isForOperator(error) && !isOfSender(error, c.req.raw)) mounts.log(error);
    if (!c.req.path.startsWith('/api/') && mounts.wantsHtml(c)) return problemPage(mounts, c, error);
    return respondWithProblem(error, languageOf(c));
  });
  return app;
}

/** No address has U+0000 in it, and no database can look for one. The contract has its own words for its parameters. */
const isNowhere = ({ req }: Context): boolean => {
  const { pathname } = new URL(req.url);
  return !pathname.startsWith('/api/') && pathname.includes('%00');
};

/** A fault of ours, or a refusal that only the operator can do something about and nothing else tells them. */
const isForOperator = (error: unknown): boolean => !(error instanceof DomainError) || error.code === 'storage-full';

/** The sender went away while their body was read: an error of their connection, and no fault of ours. */
const isOfSender = (error: unknown, { signal }: Request): boolean =>
  signal.aborted && ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String((error as { code?: unknown }).code));

/** The page about a problem, with the time to come again where there is one. */
async function problemPage({ renderProblem }: Mounts, c: Context, error: unknown): Promise<Response> {
  const page = await renderProblem(c, pageStatus(toProblem(error).status));
  for (const [name, value] of Object.entries(retryAfter(error))) page.headers.set(name, value);
  return page;
}

/** The few statuses that a page about a problem has. */
function pageStatus(status: number): 400 | 404 | 429 | 500 | 503 {
  if (status === 404 || status === 429 || status === 503) return status;
  if (status === 507) return 503;
  return status < 500 ? 400 : 500;
}

async function answer<Id extends OperationId>(id: Id, c: Context<Env>): Promise<Response> {
  const handler: Handler<Id> = handlers[id];
  const { services } = c.env;
  const input = await readInput(id, c);
  const handle = () => handler(input, services);
  // What writes has its share where it takes a connection for longer; see `transact` of the services.
  const reply = await (input.actor && operationTable[id].method === 'get'
    ? services.readFor(input.actor.institutionId, handle)
    : handle());
  const { status, headers } = reply;
  // `/health` tells of this very moment.
  if (operationTable[id].audience === 'public' && id !== 'readHealth') keepForAll(c);
  if ('bytes' in reply) return respondForGood(c, reply, reply.etag);
  const text = 'text' in reply ? reply.text : JSON.stringify(reply.body);
  // A tag that is stored or known from a revision costs nothing; the rest of what is read gets one from its bytes.
  const etag = reply.etag ?? (operationTable[id].method === 'get' ? await c.env.services.sha256(text) : undefined);
  return respond(c, { status, text, type: 'application/json', headers, ...(etag !== undefined && { etag }) });
}

const aYear = 31_536_000;

/** What never changes is kept by whoever has it (RFC 8246). */
const respondForGood = (c: Context<Env>, { bytes, type }: ReadyBytes, etag: string | undefined): Response =>
  respond(c, { text: bytes, type, maxAge: aYear, isImmutable: true, ...present({ etag }) });

const languageOf = (c: Context) => answerLanguage(c.req.header('Accept-Language'));
