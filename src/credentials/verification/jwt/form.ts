import { headerFormFault } from './header.ts';
import type { SecuredByJwt } from '../../document/recognised.ts';

/** What the form of a JWT breaks, if anything: its header first, then its claims. */
export const jwtFormFault = ({ jws, profile }: SecuredByJwt): string | undefined =>
  headerFormFault(jws, profile) ?? profile.fault(jws);
