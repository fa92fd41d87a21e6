/**
 * Closes what all objects of the process share against new members, so that a library which keeps a visitor's names in
 * plain objects cannot be made to write there: `table['__proto__'].x = …`, `table['constructor']['keys'].x = …`.
 * Every entry point imports this before anything else.
 *
 * Sealed and not frozen: where `toString` of a prototype is read-only, no object below it can be assigned one of its
 * own (ECMA-262 §10.1.9.2), which many libraries do.
 */
const shared: readonly object[] = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  RegExp,
  Date,
  Map,
  Set,
  Promise,
].map(({ prototype }) => prototype as object);

/** Every function and object that can be reached from there by names, getters and setters included. */
function reachableFrom(roots: readonly object[]): ReadonlySet<object> {
  const found = new Set<object>();
  const waiting: unknown[] = [...roots];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || found.has(value)) continue;
    found.add(value);
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value)))
      waiting.push(...Object.values(descriptor as Record<string, unknown>));
  }
  return found;
}

for (const value of reachableFrom(shared)) Object.preventExtensions(value);
for (const prototype of shared) Object.seal(prototype);

export {};
