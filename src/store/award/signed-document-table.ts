import type { Lease, PreparedDocument, SignedDocument } from '../../services/ports/signed-document.ts';
import { columnsOf, group, json, type MaybeJson } from '../connection/columns.ts';

export type SignedDocumentTable = {
  institution_id: string;
  award_id: string;
  format: string;
  variant: string;
  issue_number: number;
  salt: string;
  prepared_at: Date;
  unsigned: string | null;
  lease_token: string | null;
  lease_until: Date | null;
  lease_key_id: string | null;
  lease_created: Date | null;
  lease_salts: MaybeJson<readonly string[]>;
  media_type: string | null;
  bytes: Uint8Array<ArrayBuffer> | null;
  etag: string | null;
  issued_at: Date | null;
  is_current: boolean;
};

const documentKey = {
  awardId: 'award_id',
  format: 'format',
  variant: 'variant',
  issueNumber: 'issue_number',
} as const;

/** With what a lease fixes for all later ones. Once it is signed, what was to be signed is not kept. */
type PreparedRecord = Omit<PreparedDocument, 'unsigned'> &
  Readonly<{ unsigned?: string; fixed?: Pick<Lease, 'created' | 'salts'> }>;

/** The table is asked under the alias `document`. */
export const preparedMap = columnsOf<SignedDocumentTable, PreparedRecord>()('document', {
  institutionId: 'institution_id',
  ...documentKey,
  salt: 'salt',
  preparedAt: 'prepared_at',
  unsigned: 'unsigned',
  fixed: group({ created: 'lease_created', salts: json('lease_salts') }),
});

type Signed = Pick<SignedDocument, 'mediaType' | 'bytes' | 'etag' | 'issuedAt'>;
type SignedRecord = Omit<SignedDocument, keyof Signed> & Readonly<{ signed?: Signed }>;

export const signedMap = columnsOf<SignedDocumentTable, SignedRecord>()('document', {
  ...documentKey,
  signed: group({ mediaType: 'media_type', bytes: 'bytes', etag: 'etag', issuedAt: 'issued_at' }),
});
