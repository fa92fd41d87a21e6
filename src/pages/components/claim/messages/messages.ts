/** Open Badges 3.0 §B.2 `ResultStatusType`; any other is shown as written. */
export type ResultStatus = 'Completed' | 'Enrolled' | 'Failed' | 'InProgress' | 'OnHold' | 'Provisional' | 'Withdrew';

/** Words for what any issuer's document says, where there is more or less of it than in ours. */
export type ClaimMessages = Readonly<{
  said: Readonly<{
    /** The heading of what was not confirmed, the sentence below it, and the mark. */
    unconfirmed: string;
    unconfirmedText: string;
    unconfirmedMark: string;
    /** Beside the mark of a revoked certificate, where the day of the revocation itself is not known. */
    asOf(day: string): string;
    /** Several persons or achievements: how many, and that each stands below. */
    several(number: string): string;
    /** The heading of one of several that names neither person nor course. */
    oneOfSeveral: string;
    unread: Readonly<Record<'holder' | 'result' | 'achievement', string>>;
    severalNames: string;
    emailOnly: string;
    about: string;
    description: string;
    criteria: string;
    evidence: string;
    identifiers: string;
    describedBy: string;
    /** Frameworks and their entries that the course is aligned with, by the document's word. */
    alignments: string;
    results: string;
    resultStatuses: Readonly<Record<ResultStatus, string>>;
    scale: Readonly<Record<'min' | 'max' | 'required', string>>;
    identityChecked: string;
    identityNotChecked: string;
    /** How one person was examined, beside what the course says of it, and which register decided. */
    examined: Readonly<{
      promised: string;
      happened: string;
      /** A sentence of its own; how it was checked follows in brackets or, where nobody is named, after a colon. */
      identityBy(body: string): string;
      identity: string;
      decidedIn: string;
      /** The same as a sentence. */
      decidedBy(system: string): string;
      attested(day: string): string;
    }>;
    /** Several levels, which follow; or what the document says where it does not name one level. */
    severalLevels: string;
    unclearLevel: string;
    unclear: string;
    /** Credits of a unit that is not the reader's country's: the label, and the amount where no unit is given. */
    points: string;
    pointsValue(amount: string): string;
    /** Beside amounts of which the document gives more than one. */
    severalAmounts: string;
    /** The heading of the learning outcomes that the holder has reached. */
    outcomes: string;
    /** Beside an issuer that no domain name stands for. */
    nameAsGiven: string;
    /** Beside that, where a key may stand for the issuer. */
    keyAlone: string;
    domain: string;
  }>;
}>;
