import type { Offering } from '../../domain/catalogue/offering.ts';
import type { OfferingForm, Price } from '../../domain/catalogue/offering-form.ts';
import type { Session } from '../../domain/catalogue/run/session.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import { columnsOf, group, type Json, json, type MaybeJson } from '../connection/columns.ts';

export type OfferingTable = {
  institution_id: string;
  id: string;
  owner_id: string;
  issuer_id: string;
  agreement_id: string | null;
  microcredential_id: string;
  version: number;
  start_date: string;
  end_date: string;
  language: Offering['language'];
  attendance: Offering['attendance'];
  pace: number | null;
  places: number | null;
  location: MaybeJson<LanguageMap>;
  learning_centre: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  contact_url: string | null;
  cancelled_at: Date | null;
  cancel_reason: MaybeJson<LanguageMap>;
  created_at: Date;
};

/** Its legal forms and its sessions are in tables of their own. */
export const offeringMap = columnsOf<OfferingTable, Omit<Offering, 'forms' | 'sessions'>>()('offering', {
  institutionId: 'institution_id',
  id: 'id',
  ownerId: 'owner_id',
  issuerId: 'issuer_id',
  agreementId: 'agreement_id',
  microcredentialId: 'microcredential_id',
  version: 'version',
  startDate: 'start_date',
  endDate: 'end_date',
  language: 'language',
  attendance: 'attendance',
  pace: 'pace',
  places: 'places',
  location: json('location'),
  learningCentre: 'learning_centre',
  contact: group({ name: 'contact_name', email: 'contact_email', phone: 'contact_phone', url: 'contact_url' }),
  cancelledAt: 'cancelled_at',
  cancelReason: json('cancel_reason'),
  createdAt: 'created_at',
});

export type OfferingFormTable = {
  institution_id: string;
  offering_id: string;
  form: OfferingForm['form'];
  position: number;
  audience: Json<OfferingForm['audience']>;
  application: OfferingForm['application'];
  price_amount: number | null;
  price_currency: Price['currency'] | null;
  price_payers: MaybeJson<Price['payers']>;
  apply_from: string | null;
  apply_by: string | null;
  apply_at: string | null;
  application_code: string | null;
  application_term: string | null;
};

export const offeringFormMap = columnsOf<OfferingFormTable, OfferingForm>()('offering_form', {
  form: 'form',
  audience: json('audience'),
  application: 'application',
  price: group({ amount: 'price_amount', currency: 'price_currency', payers: json('price_payers') }),
  applyFrom: 'apply_from',
  applyBy: 'apply_by',
  applyAt: 'apply_at',
  applicationCode: 'application_code',
  applicationTerm: 'application_term',
});

export type OfferingSessionTable = {
  institution_id: string;
  offering_id: string;
  position: number;
  kind: Session['kind'];
  date: string;
  from_time: string | null;
  to_time: string | null;
  title: MaybeJson<LanguageMap>;
  place: MaybeJson<LanguageMap>;
  online: boolean | null;
  seats: number | null;
};

export const offeringSessionMap = columnsOf<OfferingSessionTable, Session>()('offering_session', {
  kind: 'kind',
  date: 'date',
  from: 'from_time',
  to: 'to_time',
  title: json('title'),
  place: json('place'),
  online: 'online',
  seats: 'seats',
});

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
