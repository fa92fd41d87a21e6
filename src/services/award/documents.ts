import type { CredentialWriter, DocumentKey, SignedDocument } from '../ports/index.ts';

/** The document that an award has where nobody asks for another: in the form of every award, issued first. */
export const firstDocument = (
  { defaultForm }: Pick<CredentialWriter, 'defaultForm'>,
  awardId: string,
): DocumentKey => ({
  awardId,
  format: defaultForm.id,
  variant: '',
  issueNumber: 1,
});

/** A signed document that is text, as it is served and checked. */
export type SignedCredential = Readonly<{ awardId: string; text: string; etag: string; issuedAt: Date }>;

export const toText = ({ awardId, bytes, etag, issuedAt }: SignedDocument): SignedCredential => ({
  awardId,
  text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  etag,
  issuedAt,
});
