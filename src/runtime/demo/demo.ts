import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoInstitutions, type DemoInstitution, type DemoInstitutionSlug } from '../../../demo/institutions.ts';
import { demoMicrocredentials, type DemoMicrocredential } from '../../../demo/microcredentials/index.ts';
import { demoOfferings } from '../../../demo/offerings.ts';
import type { DemoOffering } from '../../../demo/run-details.ts';
import { type DemoLearner, demoLearners, type DemoProgress } from '../../../demo/people/index.ts';
import type { Actor, Role } from '../../domain/institution/staff.ts';
import { present } from '../../domain/shared/present.ts';
import type { Services } from '../../services/index.ts';
import { ConfigError } from '../config.ts';
import type { DataDir } from '../database/data-dir.ts';

/** Written into the data folder, readable by its owner alone. */
type DemoFile = Readonly<{
  note: string;
  /** One person who may do the whole main job at the institution without review. */
  apiKey: string;
  institution: DemoInstitutionSlug;
  examinerId: string;
  certificate?: string;
  keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
}>;

type Person = Readonly<{ id: string; actor: Actor; key: string }>;
type People = Readonly<Record<string, Person>>;
const guide = { key: 'guide', name: 'Demo Guide', roles: ['editor', 'registrar', 'issuer'] as readonly Role[] };
const guided: DemoInstitutionSlug = 'skargarden';

/**
 * Loads the demo through the same use cases as everyone else, the first time; returns what to tell at the start. The
 * keys go into the data folder, which nobody else may look into: with PostgreSQL they are all that it holds.
 */
export async function loadDemo(
  services: Services,
  folder: string,
  dataDir?: Pick<DataDir, 'begin' | 'settle'>,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'demo-api-keys.json');
  const unfinished = join(folder, 'demo-unfinished');
  if (existsSync(unfinished)) {
    throw new ConfigError([
      `DEMO: a start was interrupted while it loaded the demo, and half of it is there. ` +
        `Delete ${folder} (with PostgreSQL the database too) and start again.`,
    ]);
  }
  if ((await services.institutions.list()).length === 0) {
    // If this is interrupted, the next start deletes an embedded database; one in PostgreSQL the operator has to empty.
    if (dataDir) dataDir.begin();
    else writeFileSync(unfinished, '', { mode: 0o600 });
    writeFileSync(file, `${JSON.stringify(await load(services), null, 2)}\n`, { mode: 0o600 });
    if (dataDir) dataDir.settle();
    else rmSync(unfinished);
  }
  if (!existsSync(file)) return [];
  const { apiKey, certificate } = JSON.parse(readFileSync(file, 'utf8')) as DemoFile;
  return [
    ...(certificate === undefined ? [] : [`  a certificate  ${certificate}`]),
    `  demo API key   in ${file}`,
    ...(process.stdout.isTTY ? [`                 ${apiKey}`] : []),
  ];
}

async function load(services: Services): Promise<DemoFile> {
  const people: Record<string, People> = {};
  for (const institution of demoInstitutions) people[institution.slug] = await found(services, institution);
  await services.institutions.sealForDemo(demoInstitutions.map(({ slug }) => slug));
  for (const microcredential of demoMicrocredentials) await author(services, microcredential, people);
  const offerings = await openOfferings(services, people);
  let certificate: string | undefined;
  for (const learner of demoLearners) certificate = (await follow(services, learner, offerings, people)) ?? certificate;
  return {
    note: 'Keys of the demo. They work on this machine alone; the demo is refused at any public address.',
    institution: guided,
    apiKey: staffOf(people, guided)['guide']?.key ?? '',
    examinerId: staffOf(people, guided)['examiner']?.id ?? '',
    ...(certificate !== undefined && { certificate }),
    keys: Object.fromEntries(Object.entries(people).map(([slug, staff]) => [slug, keysOf(staff)])),
  };
}

const keysOf = (staff: People) => Object.fromEntries(Object.entries(staff).map(([name, { key }]) => [name, key]));

function staffOf(people: Readonly<Record<string, People>>, slug: string): People {
  const staff = people[slug];
  if (!staff) throw new Error(`the demo has no institution called ${slug}`);
  return staff;
}

function actorOf(staff: People, name: string): Actor {
  const person = staff[name];
  if (!person) throw new Error(`the demo has no ${name}`);
  return person.actor;
}

async function found(services: Services, { staff, ...input }: DemoInstitution): Promise<People> {
  await services.institutions.create(input);
  const people: Record<string, Person> = {};
  for (const { key: name, name: personName, roles } of input.slug === guided ? [...staff, guide] : staff) {
    const { id } = await services.institutions.addStaff(input.slug, personName, roles);
    const { key } = await services.institutions.addStaffKey(input.slug, id);
    people[name] = { id, key, actor: await services.access.authenticate(key) };
  }
  return people;
}

async function author(
  services: Services,
  { institution, target, slug, partners = [], ...input }: DemoMicrocredential,
  people: Readonly<Record<string, People>>,
): Promise<void> {
  const { drafting, catalogue } = services;
  const staff = staffOf(people, institution);
  const editor = actorOf(staff, 'editor');
  await drafting.create(editor, institution, {
    slug,
    ownerUnit: input.ownerUnit,
    reviewBy: input.reviewBy,
    content: input.content,
  });
  const isReviewed = (await services.institutions.bySlug(institution)).review === 'required';
  for (const partner of partners)
    await services.partners.invite(actorOf(staff, 'admin'), institution, slug, partner, true);
  if (isReviewed || partners.length > 0) await drafting.submit(editor, institution, slug);
  for (const partner of partners)
    await joinCourse(services, partner, slug, actorOf(staffOf(people, partner), 'reviewer'));
  if (target === 'in-review') return;
  if (isReviewed) await drafting.approve(actorOf(staff, 'reviewer'), institution, slug);
  // Before the first run, which a decision of today would not be.
  const decided = { ground: 'delegated-decision', capacity: 'course director', date: '2026-01-26' };
  await catalogue.publish(editor, institution, slug, decided);
}

/** A partner agrees to the course with this slug as it stands. */
async function joinCourse({ partnerships }: Services, partner: string, slug: string, actor: Actor): Promise<void> {
  const { items } = await partnerships.list(actor, partner, { limit: 100 });
  const shared = items.find(({ microcredential }) => microcredential.slug === slug);
  if (!shared) throw new Error(`${partner} is not invited to ${slug}`);
  await partnerships.decide(actor, partner, shared.partnership.id, '*', {
    outcome: 'agreed',
    decision: { ground: 'board-decision', body: 'Board of education', date: '2026-01-20', caseNumber: 'DEMO 2026/118' },
  });
}

/** Where a run is given, and who awards it. */
type Opened = Readonly<{ id: string; issuer: string }>;

async function openOfferings(
  services: Services,
  people: Readonly<Record<string, People>>,
): Promise<ReadonlyMap<string, Opened>> {
  const opened = new Map<string, Opened>();
  for (const { key, microcredential: slug, hosted, input } of demoOfferings) {
    const owner = demoMicrocredentials.find((one) => one.slug === slug)?.institution ?? guided;
    const institution = hosted?.host ?? owner;
    const editor = actorOf(staffOf(people, institution), 'editor');
    const { offering, issuer } = hosted
      ? await services.offerings.createHosted(
          editor,
          institution,
          await agree(services, people, owner, slug, hosted),
          input,
        )
      : await services.offerings.create(editor, institution, slug, input);
    opened.set(key, { id: offering.id, issuer });
  }
  return opened;
}

/** The owner offers its course, and the host accepts; returns the id of the agreement. */
async function agree(
  { hosting }: Services,
  people: Readonly<Record<string, People>>,
  owner: string,
  slug: string,
  offer: NonNullable<DemoOffering['hosted']>,
): Promise<string> {
  const { agreement } = await hosting.offer(actorOf(staffOf(people, owner), 'admin'), owner, slug, {
    version: 1,
    ...offer,
  });
  await hosting.act(actorOf(staffOf(people, offer.host), 'admin'), offer.host, agreement.id, 'accept');
  return agreement.id;
}

/** Takes one learner as far as the demo says; returns the address of the certificate to show, if it is theirs. */
async function follow(
  services: Services,
  { institution, learner, protection, registrations }: DemoLearner,
  offerings: ReadonlyMap<string, Opened>,
  people: Readonly<Record<string, People>>,
): Promise<string | undefined> {
  const staff = staffOf(people, institution);
  const actor = actorOf(staff, protection ? 'confidential' : 'registrar');
  let learnerId: string | undefined;
  let certificate: string | undefined;
  for (const { offering, form, client, source, externalId, ...progress } of registrations) {
    const { id, issuer } = offerings.get(offering) ?? { id: '', issuer: institution };
    const { registration } = await services.registrations.register(actor, institution, id, {
      form,
      ...present({ client, source, externalId }),
      ...(learnerId === undefined ? { learner } : { learnerId }),
    });
    learnerId = registration.learnerId;
    if (protection) await services.registrations.protect(actor, institution, learnerId, true, protection.alias);
    const of = {
      institution,
      registrationId: registration.id,
      registrar: actor,
      examiner: staff['examiner']?.id ?? '',
    };
    const recorded = await complete(services, of, progress);
    if (recorded !== undefined)
      certificate = (await certify(services, issuer, staffOf(people, issuer), recorded, progress)) ?? certificate;
  }
  return certificate;
}

type Examined = Readonly<{ institution: string; registrationId: string; registrar: Actor; examiner: string }>;

/** Records what the examiner found; returns the id of the completion, where there is one. */
async function complete(
  { results }: Services,
  { institution, registrationId, registrar, examiner: examinerId }: Examined,
  progress: DemoProgress,
): Promise<string | undefined> {
  if (!('completion' in progress)) return undefined;
  const record = (found: typeof progress.completion) =>
    results.record(registrar, institution, { registrationId, ...(found.decidedIn ? {} : { examinerId }), ...found });
  for (const each of progress.failed ?? []) await record(each);
  const recorded = await record(progress.completion);
  return 'result' in recorded ? recorded.result.id : undefined;
}

async function certify(
  { awarding, addresses }: Services,
  institution: string,
  staff: People,
  completionId: string,
  progress: DemoProgress,
): Promise<string | undefined> {
  if (!('awardedOn' in progress)) return undefined;
  const issuer = actorOf(staff, 'issuer');
  const decision = { ground: 'outcomes-met', date: progress.awardedOn, capacity: 'registrar’s office' };
  const { award } = await awarding.make(issuer, institution, { completionId, decision });
  const token = progress.certificatePage ? await awarding.showPage(issuer, institution, award.id, true) : undefined;
  if ('revocation' in progress) await awarding.revoke(issuer, institution, award.id, progress.revocation);
  return 'showcase' in progress && token !== undefined ? addresses.certificatePage(token) : undefined;
}
