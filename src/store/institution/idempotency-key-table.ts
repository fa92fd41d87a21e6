/** A key that was used, and what was answered: no body while the first request is at work. */
export type IdempotencyKeyTable = {
  institution_id: string;
  key_digest: string;
  request_digest: string;
  at: Date;
  body: string | null;
  /** Ids of what the request was about, a person's among them. */
  subjects: string[];
};
