import type { Services } from '../services/index.ts';
import type { Limits } from './middleware/rate-limit.ts';

/** What each runtime hands to `app.fetch(request, env)`. */
export type Env = {
  Bindings: {
    services: Services;
    /** Where the request comes from, for limits alone; never logged. */
    clientAddress: string;
    limits: Limits;
    /** Told where the answer is the same for all who ask in the same words, and may be given again for a moment. */
    mayKeep?: () => void;
  };
};
