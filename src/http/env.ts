import type { Services } from '../services/index.ts';
import type { Limits } from './middleware/rate-limit.ts';

/** What each runtime hands to `app.fetch(request, env)`. */
export type Env = {
  Bindings: {
    services: Services;
    /** Where the request comes from, for limits alone; never logged. */
    clientAddress: string;
    limits: Limits;
  };
};
