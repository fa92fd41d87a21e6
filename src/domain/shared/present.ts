type Optional<T> = { [M in keyof T]: undefined extends T[M] ? M : never }[keyof T];
export type Present<T> = Omit<T, Optional<T>> & { [M in Optional<T>]?: Exclude<T[M], undefined> };

/** The members that have a value. One that is undefined is left out: an optional member is absent, never undefined. */
export const present = <T extends object>(members: T): Present<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
