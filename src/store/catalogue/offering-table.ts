import type { Offering } from '../../domain/catalogue/offering.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import { columnsOf, group, json, type MaybeJson } from '../connection/columns.ts';

export type OfferingTable = {
  institution_id: string;
  id: string;
  microcredential_id: string;
  version: number;
  start_date: string;
  end_date: string;
  language: Offering['language'];
  mode: Offering['mode'];
  pace: number | null;
  places: number | null;
  location: MaybeJson<LanguageMap>;
  learning_centre: string | null;
  fee_amount: number | null;
  fee_currency: 'SEK' | 'EUR' | null;
  application: Offering['application'];
  apply_by: string | null;
  cancelled_at: Date | null;
  created_at: Date;
};

export const offeringMap = columnsOf<OfferingTable, Offering>()('offering', {
  institutionId: 'institution_id',
  id: 'id',
  microcredentialId: 'microcredential_id',
  version: 'version',
  startDate: 'start_date',
  endDate: 'end_date',
  language: 'language',
  mode: 'mode',
  pace: 'pace',
  places: 'places',
  location: json('location'),
  learningCentre: 'learning_centre',
  fee: group({ amount: 'fee_amount', currency: 'fee_currency' }),
  application: 'application',
  applyBy: 'apply_by',
  cancelledAt: 'cancelled_at',
  createdAt: 'created_at',
});
