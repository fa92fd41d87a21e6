import { jsonLimits } from '../../domain/shared/json-limits.ts';

/**
 * How much of anything one document may have, counted over the whole document before anything else looks into it. What
 * the checks and the summary do grows with these numbers, and with the products of some of them; a document beyond
 * one of them is not refused, it is not checked here.
 */
export const documentLimits = {
  /** As in any JSON that is taken in. */
  levels: jsonLimits.depth,
  /** The fullest certificate has under a thousand; canonicalization takes a second for some ten thousand. */
  values: 6_000,
  /** Each has the whole document canonicalized anew, with the proofs that it builds on. */
  chainedProofs: 4,
  /** Each has the document canonicalized anew and a signature compared for each of its statements. */
  costlyProofs: 2,
  /** Values of the document times chained proofs: a document of that size is canonicalized once for each. */
  chainedValues: 8_000,
  /** How often one node may be described: everything said about it is put together. */
  places: 50,
  /** Entries of all members of that name. */
  members: {
    /** A class has its own certificates; one document for a few people is the exception. */
    credentialSubject: 20,
    /** Each may cost a fetch and a comparison. */
    achievement: 20,
    /** A transcript has some. */
    result: 200,
    resultDescription: 200,
    alignment: 500,
    hasClaim: 200,
    /** Each may cost a fetch, and a list to unpack. */
    credentialStatus: 20,
    /** Each may cost a fetch, and a signature to check. */
    proof: 20,
    /** Each may be compared with a digest or several. */
    relatedResource: 50,
    digestSRI: 100,
    digestMultibase: 100,
    evidence: 100,
    endorsement: 20,
    endorsementJwt: 20,
    refreshService: 20,
    termsOfUse: 20,
    credentialSchema: 20,
    identifier: 100,
    '@context': 100,
  },
} as const;
