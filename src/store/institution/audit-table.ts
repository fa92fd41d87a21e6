import type { AuditEvent } from '../../services/ports/institution.ts';
import { columnsOf, type Json, json } from '../connection/columns.ts';

export type AuditChainTable = { institution_id: string; sequence: number; hash: string };

export type AuditEventTable = {
  institution_id: string;
  sequence: number;
  at: Date;
  actor: string;
  action: string;
  subjects: Json<readonly string[]>;
  detail: Json<AuditEvent['detail']>;
  previous_hash: string;
  hash: string;
};

export const eventMap = columnsOf<AuditEventTable, AuditEvent>()('audit_event', {
  institutionId: 'institution_id',
  sequence: 'sequence',
  at: 'at',
  actor: 'actor',
  action: 'action',
  subjects: json('subjects'),
  detail: json('detail'),
  previousHash: 'previous_hash',
  hash: 'hash',
});
