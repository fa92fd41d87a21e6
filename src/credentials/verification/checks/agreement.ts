import { isObject } from '../../../domain/shared/json.ts';
import { failed, unknown } from '../../document/fault.ts';
import { sameId } from '../../document/identifiers.ts';
import type { CheckResult } from '../../document/problems.ts';
import { unfetched } from '../../document/unfetched.ts';
import { asList, flat, idOf } from '../../document/values.ts';
import type { Claim } from '../achievement/claims.ts';
import { agreementWith, courseAt, type CourseVersion, type ForeignCourse } from '../achievement/owner.ts';
import type { VerificationContext } from '../context.ts';
import { toResult } from './fault-result.ts';

type Asked = Readonly<{ course: CourseVersion; institution: string; does: 'gives' | 'awards' }>;
const verbs = { gives: 'give', awards: 'award' } as const;

/** Whether the owner of a course says at its own address that another institution may give or award it. */
async function checkAgreed(context: VerificationContext, { course, institution, does }: Asked): Promise<CheckResult> {
  const { microcredential: source, owner } = course;
  const fetched = await context.tools.fetcher.fetchJson(source).catch((error: unknown) => unfetched(error, source));
  if ('why' in fetched) {
    const why = `${fetched.why} So whether ${owner} lets ${institution} ${verbs[does]} it could not be checked.`;
    return toResult(context, source, unknown('catalogue-unreachable', why, fetched.reason));
  }
  const said = agreementWith(fetched.json, institution, course);
  if (said === 'awards' || said === does) return { outcome: 'passed', source };
  const why = `${owner} does not say that ${institution} may ${verbs[does]} what ${source} describes.`;
  return toResult(context, source, failed('issuer-mismatch', why));
}

export const checkAgreement = (context: VerificationContext, issuer: string, course: ForeignCourse) =>
  checkAgreed(context, { course, institution: issuer, does: 'awards' });

/** Who is named, where it is one and has an id. */
const oneIn = (named: unknown): string | undefined => {
  const [one, ...more] = flat(named);
  return more.length === 0 ? idOf(one) : undefined;
};

type Party = 'providedBy' | 'awardingBody' | 'courseOwner';
type Parties = Readonly<Record<Party, string>>;

/** A party that a host names otherwise. An id alone would show a reader nobody as the owner. */
function misnamedByHost({ subject, nodes }: Claim, parties: Parties): Party | undefined {
  const isShown = nodes.all(subject['courseOwner']).some(({ legalName }) => flat(legalName).some(isObject));
  const misnamed = (Object.keys(parties) as Party[]).find((party) => !sameId(oneIn(subject[party]), parties[party]));
  return misnamed ?? (isShown ? undefined : 'courseOwner');
}

/** A party that an owner names, who awards its own course: it names at most who gave it, as one. */
const misnamedByOwner = ({ subject }: Claim): Party | undefined =>
  (['awardingBody', 'courseOwner'] as const).find((party) => flat(subject[party]).length > 0) ??
  (flat(subject['providedBy']).length > 0 && oneIn(subject['providedBy']) === undefined ? 'providedBy' : undefined);

/**
 * Who awarded it, who gave it and whose course it is, as the document says beside what was published. A host names itself
 * and the owner; the owner names at most a host that it has an agreement with. Undefined: nothing speaks against it.
 */
export async function checkParties(
  context: VerificationContext,
  claim: Claim,
  issuer: string,
): Promise<CheckResult | undefined> {
  const { document, tools } = context;
  const course = courseAt(claim.id, tools.own);
  // Elsewhere these words may mean something else.
  if (!course || asList(document['@context'])[2] !== course.service.context) return undefined;
  const { owner, microcredential: source } = course;
  const isOwners = sameId(issuer, owner);
  const misnamed = isOwners
    ? misnamedByOwner(claim)
    : misnamedByHost(claim, { providedBy: issuer, awardingBody: issuer, courseOwner: owner });
  if (misnamed !== undefined) {
    const why = `/credentialSubject/${misnamed} names another than by an agreement with ${owner}.`;
    return toResult(context, source, failed('issuer-mismatch', why));
  }
  const institution = oneIn(claim.subject['providedBy']);
  if (!isOwners || institution === undefined) return undefined;
  const agreed = await checkAgreed(context, { course, institution, does: 'gives' });
  return agreed.outcome === 'passed' ? undefined : agreed;
}
