import { learnerQuery } from '../../src/domain/enrolment/learner-search.ts';
import type { Stores } from '../../src/services/ports/index.ts';
import { sampleEmblem } from '../samples/content.ts';
import type { Fixture } from './fixture.ts';
import { everyone } from './records.ts';

export type Ask = (stores: Stores, theirs: Fixture, us: string) => Promise<unknown>;
export const page = { limit: 50 };

/** Every question about one thing of an institution, asked by another that knows its id. */
export const finds: Readonly<Record<string, Ask>> = {
  'institutions.findUnit': (stores, { unit }, us) => stores.institutions.findUnit(us, unit.code),
  'staff.find': (stores, { member }, us) => stores.staff.find(us, member.id),
  'staff.lock': (stores, { member }, us) => stores.staff.lock(us, member.id),
  'microcredentials.find': (stores, _, us) => stores.microcredentials.find(us, 'theirs-alone'),
  'microcredentials.findById': (stores, { microcredential }, us) =>
    stores.microcredentials.findById(us, microcredential.id),
  'microcredentials.lock': (stores, _, us) => stores.microcredentials.lock(us, 'theirs-alone'),
  'microcredentials.findVersion': (stores, { microcredential }, us) =>
    stores.microcredentials.findVersion(us, microcredential.id, 1),
  'partnerships.find': (stores, _, us) => stores.partnerships.find(us, 'their-partnership'),
  'emblems.find': (stores, _, us) => stores.emblems.find(us, sampleEmblem),
  'offerings.find': (stores, { offering }, us) => stores.offerings.find(us, offering.id),
  'offerings.lock': (stores, { offering }, us) => stores.offerings.lock(us, offering.id),
  'learners.find': (stores, { learner }, us) => stores.learners.find(us, learner.id, everyone),
  'registrations.find': (stores, { registration }, us) => stores.registrations.find(us, registration.id, everyone),
  'registrations.findOfLearner': (stores, { offering, learner }, us) =>
    stores.registrations.findOfLearner(us, offering.id, learner.id),
  'registrations.findBySource': (stores, _, us) => stores.registrations.findBySource(us, 'ladok', '1'),
  'results.find': (stores, { completion }, us) => stores.results.find(us, completion.id, everyone),
  'correctionTasks.find': (stores, _, us) => stores.correctionTasks.find(us, 'their-task', everyone),
  'correctionTasks.findOpen': (stores, _, us) => stores.correctionTasks.findOpen(us, 'their-registered'),
  'results.isAwarded': async (stores, { completion }, us) =>
    (await stores.results.isAwarded(us, completion.id)) || undefined,
  'awards.find': (stores, { award }, us) => stores.awards.find(us, award.id, everyone),
  'awards.lock': (stores, { award }, us) => stores.awards.lock(us, award.id, everyone),
  'awards.facts': async (stores, { completion }, us) => {
    const place = { drawn: [1], wanted: 1 };
    const asked = { hostId: us, completionIds: [completion.id], keyAlgorithm: 'Ed25519', issuerId: us, place };
    return (await stores.awards.facts(asked, everyone)).facts[0];
  },
  'awards.seen': async (stores, { award }, us) => (await stores.awards.seen(us, [award.id], everyone))[0],
  'awards.findOfParty': (stores, { award }, us) => stores.awards.findOfParty(us, award.id, everyone),
  'awards.findOfParty, at a host': (stores, _, us) => stores.awards.findOfParty(us, 'hosted-award', everyone),
  'awards.hostOf': (stores, _, us) => stores.awards.hostOf(us, 'waiting-at-host'),
  'hostingAgreements.findOfParty': (stores, _, us) => stores.hostingAgreements.findOfParty(us, 'their-agreement'),
  'hostingAgreements.lockOfParty': (stores, _, us) => stores.hostingAgreements.lockOfParty(us, 'their-agreement'),
  'erasure.hostOf': (stores, _, us) => stores.erasure.hostOf(us, 'host-learner'),
  'awardRuns.find': (stores, _, us) => stores.awardRuns.find(us, 'their-run'),
  'awardRuns.claim': (stores, _, us) => stores.awardRuns.claim(us, 'their-run', 9),
  'documents.claim': (stores, { document }, us) =>
    stores.documents.claim(us, { ...document, awardId: 'waiting-award' }),
  'documents.findCurrent': (stores, { document }, us) => stores.documents.findCurrent(us, document),
  'signingKeys.current': (stores, _, us) => stores.signingKeys.current(us, 'Ed25519', 'credentials'),
  'signingKeys.lockUsable': async (stores, { signingKey }, us) =>
    (await stores.signingKeys.lockUsable(us, signingKey.id)) || undefined,
  'statusLists.place': (stores, _, us) => stores.statusLists.place(us, { drawn: [1], wanted: 1 }),
  'statusLists.publication': (stores, { status }, us) =>
    stores.statusLists.publication(us, { listId: status.listId, purpose: 'revocation' }),
  'decisions.find': (stores, { decision }, us) => stores.decisions.find(us, decision.id),
};

export const lists: Readonly<Record<string, Ask>> = {
  'institutions.units': (stores, _, us) => stores.institutions.units(us),
  'staff.list': (stores, _, us) => stores.staff.list(us),
  'staff.listKeys': (stores, _, us) => stores.staff.listKeys(us),
  'microcredentials.list': async (stores, _, us) => (await stores.microcredentials.list(us, page)).items,
  'microcredentials.versions': (stores, { microcredential }, us) =>
    stores.microcredentials.versions(us, microcredential.id),
  'microcredentials.catalogue': async (stores, _, us) =>
    (await stores.microcredentials.catalogue(page, { institutionId: us })).items,
  'partnerships.list': async (stores, _, us) => (await stores.partnerships.list(us, page)).items,
  'partnerships.courses': (stores, _, us) => stores.partnerships.courses(us, ['their-partnership']),
  'partnerships.ofOwner': (stores, { microcredential }, us) => stores.partnerships.ofOwner(us, microcredential.id),
  'partnerships.behind': (stores, { microcredential }, us) => stores.partnerships.behind(us, microcredential.id, 1),
  'emblems.ids': (stores, _, us) => stores.emblems.ids(us),
  'themes.list': (stores, _, us) => stores.themes.list(us),
  'offerings.list': async (stores, { microcredential }, us) =>
    (await stores.offerings.list(us, microcredential.id, page)).items,
  'offerings.listComing': (stores, _, us) => stores.offerings.listComing(us, '2000-01-01', 9),
  'offerings.nextStarts': (stores, { microcredential }, us) =>
    stores.offerings.nextStarts([{ institutionId: us, microcredentialId: microcredential.id }], '2000-01-01'),
  'learners.documents': (stores, { learner }, us) => stores.learners.documents(us, learner.id),
  'learners.list': async (stores, _, us) => (await stores.learners.list(us, page, everyone)).items,
  'learners.list, by a name': async (stores, _, us) =>
    (await stores.learners.list(us, page, everyone, learnerQuery('marta', '2026-03-01'))).items,
  'learners.list, by an identifier': async (stores, _, us) =>
    (await stores.learners.list(us, page, everyone, learnerQuery('their-number', '2026-03-01'))).items,
  'learners.list, by an external id': async (stores, _, us) =>
    (await stores.learners.list(us, page, everyone, learnerQuery('1', '2026-03-01'))).items,
  'learners.findByIdentifiers': (stores, _, us) =>
    stores.learners.findByIdentifiers(us, [{ kind: 'student-number', value: 'their-number' }]),
  'learners.lock, by learners': (stores, { learner }, us) => stores.learners.lock(us, { learners: [learner.id] }),
  'learners.lock, by learner': (stores, { learner }, us) => stores.learners.lock(us, { learner: learner.id }),
  'learners.lock, by registration': (stores, { registration }, us) =>
    stores.learners.lock(us, { registrations: [registration.id] }),
  'learners.lock, by result': (stores, { completion }, us) => stores.learners.lock(us, { result: completion.id }),
  'learners.lock, by award': (stores, { award }, us) => stores.learners.lock(us, { award: award.id }),
  'registrations.list': async (stores, { offering }, us) =>
    (await stores.registrations.list(us, offering.id, page, everyone)).items,
  'registrations.findUse': async (stores, { offering }, us) => {
    const { registered, firstResult } = await stores.registrations.findUse(us, offering.id);
    return [...registered.keys(), ...(firstResult === undefined ? [] : [firstResult])];
  },
  'registrations.findBySources': (stores, _, us) =>
    stores.registrations.findBySources(us, [{ source: 'ladok', externalId: '1' }]),
  'registrations.counts': async (stores, { offering }, us) => [
    ...(await stores.registrations.counts(us, [offering.id])).keys(),
  ],
  'results.ofRegistration': (stores, { registration }, us) => stores.results.ofRegistration(us, registration.id),
  'results.listDecidedIn': (stores, _, us) => stores.results.listDecidedIn(us, 'Ladok', 'L1'),
  'correctionTasks.list': async (stores, _, us) =>
    (await stores.correctionTasks.list(us, 'open', page, everyone)).items,
  'results.list': async (stores, _, us) => (await stores.results.list(us, page, everyone)).items,
  'awards.list': async (stores, _, us) => (await stores.awards.list(us, page, everyone)).items,
  'awards.hostsOf': async (stores, { completion }, us) => [
    ...(await stores.awards.hostsOf(us, [completion.id, 'waiting-at-host'])).keys(),
  ],
  'awardRuns.rows': async (stores, _, us) => (await stores.awardRuns.rows(us, 'their-run', page, everyone)).items,
  'learners.lock, by results': (stores, { completion }, us) => stores.learners.lock(us, { results: [completion.id] }),
  'awards.waiting': async (stores, _, us) => (await stores.awards.waiting(us, page, everyone)).items,
  'hostingAgreements.list': async (stores, _, us) => (await stores.hostingAgreements.list(us, page)).items,
  'hostingAgreements.accepted': (stores, { microcredential }, us) =>
    stores.hostingAgreements.accepted(us, microcredential.id),
  'signingKeys.list': (stores, _, us) => stores.signingKeys.list(us),
  'statusLists.list': (stores, _, us) => stores.statusLists.list(us),
  'statusLists.setIndexes': (stores, { status }, us) =>
    stores.statusLists.setIndexes(us, { listId: status.listId, purpose: 'revocation' }),
  'audit.list': (stores, _, us) => stores.audit.list(us),
};

/** What is asked without an institution, and why. */
export const withoutInstitution = new Set([
  'institutions.find', // by its address
  'institutions.list', // everyone may know them
  'institutions.lockPublished', // of the institution that is named
  'staff.findActor', // the key says which institution it is
  'learners.lockIdentities', // reads nothing
  'awards.findPublic', // a permanent address, read by strangers
  'awards.findByCertificateToken', // an unguessable address, read by strangers
  'erasure.isAwardedByAnother', // asked of the host, below
  'documents.claimNext', // the service finishes what it began, whoever asked for it
]);
