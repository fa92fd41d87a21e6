import type { components } from '../../generated/openapi.d.ts';

/** The bodies of the contract by name. */
export type Schemas = components['schemas'];
