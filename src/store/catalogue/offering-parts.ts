import type { Offering } from '../../domain/catalogue/offering.ts';
import { offeringFormMap, offeringMap, offeringSessionMap } from './offering-table.ts';

type OfferingRow = Parameters<typeof offeringMap.toItem>[0] &
  Readonly<{
    forms: readonly Parameters<typeof offeringFormMap.toItem>[0][];
    sessions: readonly Parameters<typeof offeringSessionMap.toItem>[0][];
  }>;

export const toOffering = (row: OfferingRow): Offering => ({
  ...offeringMap.toItem(row),
  forms: row.forms.map(offeringFormMap.toItem),
  ...(row.sessions.length > 0 && { sessions: row.sessions.map(offeringSessionMap.toItem) }),
});

export const toFormRows = ({ institutionId, id, forms }: Offering) =>
  forms.map((form, position) => ({
    institution_id: institutionId,
    offering_id: id,
    position,
    ...offeringFormMap.toRow(form),
  }));

export const toSessionRows = ({ institutionId, id, sessions = [] }: Offering) =>
  sessions.map((session, position) => ({
    institution_id: institutionId,
    offering_id: id,
    position,
    ...offeringSessionMap.toRow(session),
  }));
