import type { Fault } from '../../generated/validators.js';

/**
 * What is wrong with the names of a query. A name that is not read, or is there twice, is a mistake of the program that
 * sent it: it would get another answer than it asked for and never know. (Pages read what they know, and no more.)
 */
export function queryFaults(query: URLSearchParams, names: readonly string[]): Fault[] {
  const given = [...query.keys()];
  return [...new Set(given)].flatMap((name): Fault[] => {
    const fault = { instancePath: '', propertyName: name, params: { known: names.join(', ') } };
    if (!names.includes(name)) return [{ ...fault, keyword: 'unknownParameter' }];
    return given.indexOf(name) === given.lastIndexOf(name) ? [] : [{ ...fault, keyword: 'repeatedParameter' }];
  });
}
