import type {
  DocumentedVersion,
  Microcredential,
  MicrocredentialState,
  PublishedVersion,
} from '../../domain/catalogue/microcredential.ts';
import type { Funding, InstitutionTheme } from '../../domain/catalogue/description/description.ts';
import type { Emblem } from '../../domain/catalogue/description/emblem.ts';
import type { Partnership } from '../../domain/catalogue/joint/partnership.ts';
import type { Offering } from '../../domain/catalogue/offering.ts';
import type { HostingAgreement } from '../../domain/catalogue/run/hosting.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Page, PageRequest } from './page.ts';

/** A published version with its institution, as the catalogue shows it. */
export type PublishedEntry = Readonly<{
  institution: Institution;
  microcredentialSlug: string;
  version: PublishedVersion;
}>;

/** A run with the course that it gives, as a list of several courses shows it. */
export type ListedRun = Readonly<{ offering: Offering; microcredentialSlug: string; title: LanguageMap }>;

/** With the bytes of its document. */
export type DocumentedEntry = PublishedEntry & Readonly<{ version: DocumentedVersion }>;

/** What of the catalogue is asked for; every member narrows it. */
export type CatalogueFilter = Readonly<{
  institutionId?: string;
  /** Only those that are offered to others as an example. */
  isExample?: boolean;
}>;

export type VersionDocument = Pick<DocumentedVersion, 'document' | 'digest' | 'publishedAt'>;
/** A version as linked data, in the language of its institution, as it was published. */
export type LinkedData = Readonly<{ text: string; etag: string }>;

export type MicrocredentialFilter = Readonly<{
  state?: MicrocredentialState;
  /** Only what is published and not withdrawn, and whose money ends before this day. */
  fundingEndsBefore?: string;
}>;
/** `funding`: that of the newest published version, where it was asked for. */
export type ListedMicrocredential = Microcredential & Readonly<{ funding?: Funding }>;

export interface Microcredentials {
  /** Throws `already-exists` where the institution has one with this slug. */
  insert(microcredential: Microcredential): Promise<void>;
  find(institutionId: string, slug: string): Promise<Microcredential | undefined>;
  findById(institutionId: string, id: string): Promise<Microcredential | undefined>;
  /** Reads and locks the row until the transaction ends. */
  lock(institutionId: string, slug: string): Promise<Microcredential | undefined>;
  list(institutionId: string, page: PageRequest, filter?: MicrocredentialFilter): Promise<Page<ListedMicrocredential>>;
  /** Writes draft (or its absence), owner, review date, published version and withdrawal. */
  update(microcredential: Microcredential): Promise<void>;
  insertVersion(version: DocumentedVersion, linkedData: LinkedData): Promise<void>;
  findVersion(institutionId: string, microcredentialId: string, number: number): Promise<DocumentedVersion | undefined>;
  /** The document of a version by what stands in its address. */
  documentAt(slug: string, microcredentialSlug: string, number: number): Promise<VersionDocument | undefined>;
  linkedData(institutionId: string, microcredentialId: string, number: number): Promise<LinkedData | undefined>;
  versions(institutionId: string, microcredentialId: string): Promise<readonly PublishedVersion[]>;
  /** Newest version of everything published and not withdrawn, newest first. */
  catalogue(page: PageRequest, filter: CatalogueFilter): Promise<Page<PublishedEntry>>;
}

export type NextStart = Readonly<{ institutionId: string; microcredentialId: string; startDate: string }>;

export interface Offerings {
  /** One with sessions needs a transaction. */
  insert(offering: Offering): Promise<void>;
  /** Writes what is said of it, in a transaction; not which version it runs, nor that it is cancelled. */
  replace(offering: Offering): Promise<void>;
  /** Writes when it was cancelled and why. */
  cancel(offering: Offering): Promise<void>;
  find(institutionId: string, id: string): Promise<Offering | undefined>;
  /** Reads and locks the row until the transaction ends. */
  lock(institutionId: string, id: string): Promise<Offering | undefined>;
  /** Keeps the offerings of these registrations from changing until the transaction ends; others may keep them, too. */
  keep(institutionId: string, registrations: readonly string[]): Promise<void>;
  /** Of a course, wherever it is given. */
  list(ownerId: string, microcredentialId: string, page: PageRequest): Promise<Page<Offering>>;
  /** Those of a course that have not ended before this day and are not cancelled, by start date. */
  upcoming(ownerId: string, microcredentialId: string, today: string, limit: number): Promise<readonly Offering[]>;
  /** Those that begin on this day or later, of whatever is not withdrawn, and are not cancelled, by start date. */
  listComing(institutionId: string, today: string, limit: number): Promise<readonly ListedRun[]>;
  /** When the next of each of these micro-credentials begins, on this day or later; one without any is left out. */
  nextStarts(
    microcredentials: readonly Readonly<{ institutionId: string; microcredentialId: string }>[],
    today: string,
  ): Promise<readonly NextStart[]>;
}

export interface HostingAgreements {
  /** Throws `already-exists` where one with this host about this version stands. */
  insert(agreement: HostingAgreement): Promise<void>;
  /** Writes when it was accepted, declined and ended. */
  update(agreement: HostingAgreement): Promise<void>;
  /** As the owner or as the host. */
  findOfParty(institutionId: string, id: string): Promise<HostingAgreement | undefined>;
  /** Reads and locks the row until the transaction ends. */
  lockOfParty(institutionId: string, id: string): Promise<HostingAgreement | undefined>;
  /** Newest first, as the owner or as the host. */
  list(institutionId: string, page: PageRequest): Promise<Page<HostingAgreement>>;
  /** All that were accepted, ended ones too: what was awarded under them stays so. */
  accepted(ownerId: string, microcredentialId: string): Promise<readonly HostingAgreement[]>;
}

export interface Themes {
  /** Throws `already-exists` where the institution has one with this code. */
  insert(theme: InstitutionTheme): Promise<void>;
  /** Writes what it is called. */
  update(theme: InstitutionTheme): Promise<void>;
  /** False where there is none with this code. */
  remove(institutionId: string, code: string): Promise<boolean>;
  /** By code. */
  list(institutionId: string): Promise<readonly InstitutionTheme[]>;
}

export interface Emblems {
  /** False where the institution has it already. */
  insert(emblem: Emblem): Promise<boolean>;
  find(institutionId: string, id: string): Promise<Emblem | undefined>;
  ids(institutionId: string): Promise<readonly string[]>;
}

/** The decision of a partner behind a published version. */
export type VersionPartner = Readonly<{
  /** The owner, whose the version is. */
  institutionId: string;
  microcredentialId: string;
  number: number;
  partnerId: string;
  decisionId: string;
}>;
/** The same as staff of the owner see it: the slug of the partner, the id of its decision and the day that it is of. */
export type PartnerBehind = Readonly<{ version: number; institution: string; decision: string; date: string }>;

/** `institutionId` is a partner everywhere, save where it is said to be the owner. */
export interface Partnerships {
  /** Throws `already-exists` where the partner is invited to the course. */
  insert(partnership: Partnership): Promise<void>;
  find(institutionId: string, id: string): Promise<Partnership | undefined>;
  list(institutionId: string, page: PageRequest): Promise<Page<Partnership>>;
  /** The courses of these partnerships. */
  courses(institutionId: string, ids: readonly string[]): Promise<readonly Microcredential[]>;
  /** Of one course of an owner, or of all of them, in the order of invitation. */
  ofOwner(ownerId: string, microcredentialId?: string): Promise<readonly Partnership[]>;
  /** Writes whether the partner may edit, when it was invited and left, and what it has decided. */
  update(partnership: Partnership): Promise<void>;
  remove(partnership: Partnership): Promise<void>;
  /** Throws where it is not the decision of that partner. */
  insertBehind(partner: VersionPartner): Promise<void>;
  /** Behind the versions of an owner's course, or one of them. */
  behind(ownerId: string, microcredentialId: string, number?: number): Promise<readonly PartnerBehind[]>;
}
