import type { Violation } from '../../shared/errors.ts';
import { type LegalFormCode, legalForms } from '../../legal-form/index.ts';
import { ruleFor } from '../credits.ts';
import type { Offering, OfferingInput } from '../offering.ts';

/** What rests on a run: in which forms how many are registered, and the date of the first result. */
export type OfferingUse = Readonly<{ registered: ReadonlyMap<LegalFormCode, number>; firstResult?: string }>;

/** What may not change about a run because people are registered for it or have results. */
export function changeFaults(before: Offering, input: OfferingInput, use: OfferingUse): Violation[] {
  return [...formFaults(before, input, use), ...placeFaults(before, input, use), ...startFaults(input, use)];
}

/** A registration keeps its form, and what the law of the run's first day calls the person. */
function formFaults(before: Offering, input: OfferingInput, { registered }: OfferingUse): Violation[] {
  return [...registered].flatMap(([form, count]) => {
    const who = `${persons(count)} registered in the form “${legalForms[form].label.en}”`;
    const index = input.forms.findIndex((one) => one.form === form);
    if (index === -1)
      return [
        {
          pointer: '#/forms',
          detail: `${who}: keep it. To take no more, let its applyBy be a day that has passed.`,
        },
      ];
    const faults: Violation[] = [];
    if (input.forms[index]?.application !== before.forms.find((one) => one.form === form)?.application)
      faults.push({ pointer: `#/forms/${index}/application`, detail: `${who}, who came in the other way: keep it.` });
    const callsThem = (on: string) => ruleFor(form, on).learners.is;
    if (callsThem(input.startDate) !== callsThem(before.startDate))
      faults.push({
        pointer: '#/startDate',
        detail: `${who}, whose rules are others on that day. Cancel this run and open another.`,
      });
    return faults;
  });
}

/** More than the places may be registered on purpose; what is refused is to promise fewer than before. */
function placeFaults(before: Offering, { places }: OfferingInput, { registered }: OfferingUse): Violation[] {
  const taken = [...registered.values()].reduce((sum, count) => sum + count, 0);
  if (places === undefined || places >= taken || (before.places !== undefined && places >= before.places)) return [];
  return [{ pointer: '#/places', detail: `${persons(taken)} registered: leave at least ${taken} places.` }];
}

function startFaults({ startDate }: OfferingInput, { firstResult }: OfferingUse): Violation[] {
  if (firstResult === undefined || startDate <= firstResult) return [];
  return [
    {
      pointer: '#/startDate',
      detail: `A result of this run is dated ${firstResult}: let the run start on that day at the latest.`,
    },
  ];
}

const persons = (count: number): string => (count === 1 ? 'One person is' : `${count} persons are`);
