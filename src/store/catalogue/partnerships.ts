import type { Kysely } from 'kysely';
import type { Partnerships } from '../../services/ports/catalogue.ts';
import { olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { microcredentialMap } from './microcredential-table.ts';
import { partnershipMap, versionPartnerMap } from './partnership-table.ts';

export function createPartnerships(db: Kysely<Database>): Partnerships {
  const of = (institutionId: string) =>
    db.selectFrom('partnership').select(partnershipMap.columns).where('institution_id', '=', institutionId);

  return {
    async insert(partnership) {
      await db.insertInto('partnership').values(partnershipMap.toRow(partnership)).execute();
    },

    async find(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).executeTakeFirst();
      return row && partnershipMap.toItem(row);
    },

    async list(institutionId, page) {
      const rows = await of(institutionId)
        .where(olderThan(page.cursor, 'invited_at', 'id'))
        .orderBy('invited_at', 'desc')
        .orderBy('id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, (row) => [row.invited_at.toISOString(), row.id], partnershipMap.toItem);
    },

    async courses(institutionId, ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('microcredential')
        .innerJoin('partnership', (join) =>
          join
            .onRef('partnership.owner_id', '=', 'microcredential.institution_id')
            .onRef('partnership.microcredential_id', '=', 'microcredential.id'),
        )
        .select(microcredentialMap.columns)
        .where('partnership.institution_id', '=', institutionId)
        .where('partnership.id', 'in', ids)
        .execute();
      return rows.map(microcredentialMap.toItem);
    },

    async ofOwner(ownerId, microcredentialId) {
      const rows = await db
        .selectFrom('partnership')
        .select(partnershipMap.columns)
        .where('owner_id', '=', ownerId)
        .$if(microcredentialId !== undefined, (query) =>
          query.where('microcredential_id', '=', microcredentialId as string),
        )
        .orderBy('invited_at')
        .orderBy('id')
        .execute();
      return rows.map(partnershipMap.toItem);
    },

    async update(partnership) {
      const { may_edit, invited_at, left_at, outcome, content_digest, decision_id, note } =
        partnershipMap.toRow(partnership);
      await db
        .updateTable('partnership')
        .set({ may_edit, invited_at, left_at, outcome, content_digest, decision_id, note })
        .where('institution_id', '=', partnership.institutionId)
        .where('id', '=', partnership.id)
        .execute();
    },

    async remove({ institutionId, id }) {
      await db.deleteFrom('partnership').where('institution_id', '=', institutionId).where('id', '=', id).execute();
    },

    async insertBehind(partner) {
      await db.insertInto('version_partner').values(versionPartnerMap.toRow(partner)).execute();
    },

    async behind(ownerId, microcredentialId, number) {
      const rows = await db
        .selectFrom('version_partner')
        .innerJoin('decision', (join) =>
          join
            .onRef('decision.institution_id', '=', 'version_partner.partner_id')
            .onRef('decision.id', '=', 'version_partner.decision_id'),
        )
        .innerJoin('institution', 'institution.id', 'version_partner.partner_id')
        .select(['version_partner.number', 'version_partner.decision_id', 'decision.date', 'institution.slug'])
        .where('version_partner.institution_id', '=', ownerId)
        .where('version_partner.microcredential_id', '=', microcredentialId)
        .$if(number !== undefined, (query) => query.where('version_partner.number', '=', number as number))
        .orderBy('version_partner.number')
        .orderBy('decision.recorded_at')
        .execute();
      return rows.map(({ number: version, slug, decision_id: decision, date }) => ({
        version,
        institution: slug,
        decision,
        date,
      }));
    },
  };
}
