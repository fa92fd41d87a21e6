import { DomainError } from '../../domain/shared/errors.ts';
import type { Fault } from '../../generated/validators.js';
import type { OperationId } from '../operation.ts';
import { ContractFault } from './contract-fault.ts';

/** Where the rows of a batch stand in its body: a row is answered by itself, also where it is not as the contract has it. */
const members: Partial<Record<OperationId, string>> = {
  createRegistrations: 'registrations',
  makeAwards: 'completions',
  recordResults: 'results',
};

/** Why each of these rows is refused, by its index. */
export type BadRows = ReadonlyMap<number, DomainError>;
export const noBadRows: BadRows = new Map();

/** The faults by their rows; undefined where one is of the body itself, or the operation is no batch. */
function byRow<T>(id: OperationId, faults: readonly T[], placeOf: (fault: T) => string): Map<number, T[]> | undefined {
  const member = members[id];
  if (member === undefined) return undefined;
  const rows = new Map<number, T[]>();
  for (const fault of faults) {
    const [, name, index] = placeOf(fault).split('/');
    if (name !== member || index === undefined) return undefined;
    rows.set(Number(index), [...(rows.get(Number(index)) ?? []), fault]);
  }
  return rows;
}

/** The rows that are not as the contract has them; throws where it is more than rows. */
export function contractFaults(id: OperationId, faults: readonly Fault[]): BadRows {
  if (faults.length === 0) return noBadRows;
  const rows = byRow(id, faults, ({ instancePath }) => instancePath);
  if (!rows) throw new ContractFault(faults);
  return new Map([...rows].map(([index, theirs]) => [index, new ContractFault(theirs)]));
}

const maxViolations = 100;

/** The rows with text that cannot be stored, at these places; throws where it is more than rows. */
export function unstorableRows(id: OperationId, places: readonly string[]): BadRows {
  if (places.length === 0) return noBadRows;
  const rows = byRow(id, places, (place) => place);
  if (!rows) throw unstorableText(places);
  return new Map([...rows].map(([index, theirs]) => [index, unstorableText(theirs)]));
}

const unstorableText = (places: readonly string[]): DomainError =>
  new DomainError('malformed-request', 'The text holds a character that cannot be stored.', {
    violations: places.slice(0, maxViolations).map((path) => ({
      pointer: `#${path}`.slice(0, 500),
      detail: 'Leave out U+0000 and surrogates that stand alone.',
    })),
  });
