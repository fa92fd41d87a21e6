import type { Addresses } from '../../../domain/addresses/addresses.ts';
import type { Fetcher } from '../../../services/ports/fetcher.ts';
import type { Controllers } from '../../keys/controller.ts';

/** What keys of JWTs are looked up with. */
export type KeyTools = Readonly<{ controllers: Controllers; fetcher: Fetcher; addresses: Addresses }>;
