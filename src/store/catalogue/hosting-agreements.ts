import type { Kysely } from 'kysely';
import type { HostingAgreements } from '../../services/ports/catalogue.ts';
import { olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { hostingMap } from './hosting-table.ts';

/** A row is the owner's; the host reads it too, since it is a party. */
export function createHostingAgreements(db: Kysely<Database>): HostingAgreements {
  const all = () => db.selectFrom('hosting_agreement').select(hostingMap.columns);
  const ofParty = (institutionId: string) =>
    all().where((one) => one.or([one('institution_id', '=', institutionId), one('host_id', '=', institutionId)]));

  return {
    async insert(agreement) {
      await db.insertInto('hosting_agreement').values(hostingMap.toRow(agreement)).execute();
    },

    async update(agreement) {
      const { accepted_at, declined_at, ended_at } = hostingMap.toRow(agreement);
      await db
        .updateTable('hosting_agreement')
        .set({ accepted_at, declined_at, ended_at })
        .where('institution_id', '=', agreement.institutionId)
        .where('id', '=', agreement.id)
        .execute();
    },

    async lockOfParty(institutionId, id) {
      const row = await ofParty(institutionId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
      return row && hostingMap.toItem(row);
    },

    async findOfParty(institutionId, id) {
      const row = await ofParty(institutionId).where('id', '=', id).executeTakeFirst();
      return row && hostingMap.toItem(row);
    },

    async list(institutionId, page) {
      const rows = await ofParty(institutionId)
        .where(olderThan(page.cursor, 'offered_at', 'id'))
        .orderBy('offered_at', 'desc')
        .orderBy('id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, ({ offered_at, id }) => [offered_at.toISOString(), id], hostingMap.toItem);
    },

    async accepted(ownerId, microcredentialId) {
      const rows = await all()
        .where('institution_id', '=', ownerId)
        .where('microcredential_id', '=', microcredentialId)
        .where('accepted_at', 'is not', null)
        .orderBy('accepted_at')
        .orderBy('id')
        .execute();
      return rows.map(hostingMap.toItem);
    },
  };
}
