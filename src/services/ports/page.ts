/** A page of a list, with an opaque cursor to the next one where there is more. */
export type Page<T> = Readonly<{ items: readonly T[]; next?: string }>;
export type PageRequest = Readonly<{ cursor?: string; limit: number }>;

/** Whether people under protection are among what is asked for. */
export type Visibility = Readonly<{ seesProtected: boolean }>;
