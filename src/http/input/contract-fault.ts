import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import type { Fault } from '../../generated/validators.js';
import type { Language } from '../output/answer-language.ts';
import { faultText, faultWords } from './fault-words/index.ts';
import { escaped } from './read-body.ts';

const mostViolations = 100;
const longestPointer = 500;
/** A body of a megabyte may have a fault in every member; only the first ones are reported. */
const mostFaults = 1_000;

/** The request is not as the contract has it: in English as it stands, and with its faults, to be told in any language. */
export class ContractFault extends DomainError {
  readonly faults: readonly Fault[];

  constructor(found: readonly Fault[]) {
    const faults = found.slice(0, mostFaults);
    const violations = toViolations(faults, 'en');
    super('malformed-request', faultWords.en.detail(violations.length), { violations });
    this.faults = faults;
  }
}

/** One line for each thing to mend, however many keywords tell of it. */
export function toViolations(faults: readonly Fault[], language: Language): Violation[] {
  const shaped = new Set(faults.filter(isAboutShape).map(({ instancePath }) => instancePath));
  const found = faults
    .filter(({ keyword }) => keyword !== 'propertyNames')
    // The words of a pattern or format say how long it is, too.
    .filter(({ keyword, instancePath }) => !(isAboutLength(keyword) && shaped.has(instancePath)))
    .map((fault) => ({ pointer: pointerOf(fault), detail: faultText(fault, language) }));
  const seen = new Map(found.map((violation) => [`${violation.pointer} ${violation.detail}`, violation]));
  return [...seen.values()].slice(0, mostViolations);
}

const isAboutShape = ({ keyword }: Fault): boolean => keyword === 'pattern' || keyword === 'format';
const isAboutLength = (keyword: string): boolean => keyword === 'minLength' || keyword === 'maxLength';

function pointerOf({ instancePath, params, keyword, propertyName }: Fault): string {
  const member =
    keyword === 'additionalProperties'
      ? params['additionalProperty']
      : keyword === 'required'
        ? params['missingProperty']
        : propertyName;
  return `#${instancePath}${typeof member === 'string' ? `/${escaped(member)}` : ''}`.slice(0, longestPointer);
}
