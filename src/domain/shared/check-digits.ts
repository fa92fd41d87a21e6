const check = (digits: string, weigh: (digit: number, fromTheRight: number) => number): number => {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + weigh(Number(digit), index), 0);
  return (10 - (sum % 10)) % 10;
};

/** ISO/IEC 7812-1 annex B, "modulus 10 with the weights 1 and 2": the last digit of a personnummer. */
export const luhnDigit = (digits: string): number =>
  check(digits, (digit, index) => (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2));

const weights = [7, 3, 1] as const;
/** That of a Finnish bank reference, which the learner number has too. */
export const referenceDigit = (digits: string): number => check(digits, (digit, index) => digit * weights[index % 3]!);
