import type { Actor } from '../../../src/domain/institution/staff.ts';
import type { Services } from '../../../src/services/index.ts';
import { expectRefusal, type Fixture } from '../../setup/index.ts';
import { page, type Subjects } from './subjects.ts';
import type { Operation } from './operations.ts';

/** What anyone may ask by the name of an institution, with what belongs to it. */
export const publicReadings: Readonly<
  Record<string, (services: Services, slug: string, subjects: Subjects) => Promise<unknown>>
> = {
  'catalogue.newest': ({ catalogue }, slug, { code }) => catalogue.newest(slug, code),
  'catalogue.versions': ({ catalogue }, slug, { code }) => catalogue.versions(slug, code),
  'catalogue.version': ({ catalogue }, slug, { code }) => catalogue.version(slug, code, 1),
  'offerings.read': ({ offerings }, slug, { offering }) => offerings.read(slug, offering),
  'offerings.list': ({ offerings }, slug, { code }) => offerings.list(slug, code, page),
  'offerings.upcoming': ({ offerings }, slug, { code }) => offerings.upcoming(slug, code),
};

/** Methods that are no use case of somebody at an institution, and why. */
export const others: Readonly<Record<string, string>> = {
  'access.institution': 'by its public name',
  'access.authenticate': 'finds out who is asking',
  'access.enter': 'is what the operations ask first',
  'institutions.list': 'public',
  'institutions.bySlug': 'public',
  'institutions.byId': 'public, for whoever has an actor in hand',
  'institutions.create': 'of the operator',
  'institutions.change': 'of the operator',
  'institutions.listUnits': 'of the operator',
  'institutions.addUnit': 'of the operator',
  'institutions.renameUnit': 'of the operator',
  'institutions.listStaff': 'of the operator',
  'institutions.addStaff': 'of the operator',
  'institutions.changeStaffRoles': 'of the operator',
  'institutions.renameStaff': 'of the operator',
  'institutions.listKeys': 'of the operator',
  'institutions.listSigningKeys': 'of the operator',
  'institutions.addStaffKey': 'of the operator',
  'institutions.addMachineKey': 'of the operator',
  'institutions.revokeKey': 'of the operator',
  'institutions.endStaff': 'of the operator',
  'institutions.rotateSigningKey': 'of the operator',
  'institutions.addSigningKey': 'of the operator',
  'institutions.requestCertificate': 'of the operator',
  'institutions.installCertificate': 'of the operator',
  'institutions.importSeal': 'of the operator',
  'institutions.sealForDemo': 'of the operator',
  'institutions.retireSigningKey': 'of the operator',
  'institutions.revokeSigningKey': 'of the operator',
  'institutions.checkKeys': 'of the operator',
  'institutions.checkAudit': 'of the operator',
  'erasing.erase': 'of the operator',
  'personDocuments.list': 'of the operator',
  'retention.run': 'of the operator',
  'drafting.draftView': 'a part of others',
  'emblems.add': 'makes anew what is asked for nowhere',
  'emblems.find': 'public',
  'themes.list': 'public',
  'themes.add': 'of the operator',
  'themes.rename': 'of the operator',
  'themes.remove': 'of the operator',
  'catalogue.list': 'public, over all institutions or one',
  'awardBatches.make': 'refuses row by row, and keeps that (test/services/award/batch.test.ts)',
  'awardBatches.resume': 'of the service itself',
  'issuing.complete': 'a part of awarding',
  'offerings.coming': 'public: what begins at the institution that is named',
  'offerings.digestOf': 'reads nothing',
  'issuing.resume': 'of the service itself',
  'certificates.credential': 'of whoever has the link',
  'certificates.read': 'of whoever has the link',
  'certificates.existence': 'of whoever has the id',
  'publicDocuments.context': 'public',
  'publicDocuments.didDocument': 'public',
  'publicDocuments.jwks': 'public',
  'publicDocuments.statusList': 'public',
  'publicDocuments.version': 'public',
  'publicDocuments.microcredential': 'public',
  'publicDocuments.at': 'public',
  'publicDocuments.achievement': 'public',
  'publicDocuments.profile': 'public',
  'health.check': 'public',
  'verifying.verify': 'public',
  'verifying.verifyReceived': 'public',
};

/** Refused as anything is that is not there, or listed without it; and nothing has changed. */
export async function expectAbsent(
  fixture: Fixture,
  { call, absent }: Operation,
  actor: Actor,
  slug: string,
  subjects: Subjects,
): Promise<void> {
  const before = await fixture.snapshot();
  if (absent === 'list') {
    const listed = JSON.stringify(await call(fixture.services, actor, slug, subjects));
    for (const id of Object.values(subjects))
      if (id.includes('-')) if (listed.includes(id)) throw new Error(`${id} is listed`);
  } else await expectRefusal(() => call(fixture.services, actor, slug, subjects), absent);
  if ((await fixture.snapshot()) !== before) throw new Error('something has changed');
}
