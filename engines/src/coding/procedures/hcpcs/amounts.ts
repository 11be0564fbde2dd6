/** What an amount measures; amounts of different measures cannot be compared. */
type Measure = 'mass' | 'units' | 'volume' | 'milliequivalents' | 'pieces';

/** An exact amount, in billionths of a milligram, unit, millilitre, milliequivalent or piece. */
export interface Amount {
  measure: Measure;
  nano: bigint;
}

const one = 1_000_000_000n;

/** Each way of writing a unit, and how many billionths of its measure it stands for. */
const units = new Map<string, readonly [Measure, bigint]>();
const say = (measure: Measure, nano: bigint, names: string) => {
  for (const name of names.split(' ')) units.set(name, [measure, nano]);
};
say('mass', one * 1000n, 'g gm gms gr gram grams');
say('mass', one, 'mg mgs milligram milligrams');
say('mass', 1_000_000n, 'mcg mcgs ug µg μg microgram micrograms');
say('mass', 1_000n, 'ng nanogram nanograms');
say('volume', one, 'ml mls cc ccs milliliter milliliters millilitre millilitres');
say('volume', one * 1000n, 'l liter liters litre litres');
say('units', one, 'unit units u iu ius kiu');
say('milliequivalents', one, 'meq meqs milliequivalent milliequivalents');
say('pieces', one, 'vial vials dose doses implant implants treatment instillation syringe syringes ampule');

export function isUnit(word: string): boolean {
  return units.has(word);
}

const longestNumber = 18;

/**
 * Reads a written number and its unit exactly: `('1,000', 'mcg')` is one milligram. Undefined for an unknown
 * unit or a number with more than nine digits behind the point.
 */
export function amountOf(number: string, unit: string): Amount | undefined {
  const known = units.get(unit);
  const plain = number.replaceAll(',', '');
  if (!known || plain.length > longestNumber) return undefined;
  const match = /^(\d*)(?:\.(\d{1,9}))?$/.exec(plain);
  if (!match || plain === '') return undefined;
  const fraction = match[2] ?? '';
  const digits = BigInt(`0${match[1]}${fraction}`);
  const scaled = digits * known[1];
  const divisor = 10n ** BigInt(fraction.length);
  return scaled % divisor === 0n ? { measure: known[0], nano: scaled / divisor } : undefined;
}

/** How many whole units cover an amount: the smallest `n` with `n × unit ≥ amount`. Both of one measure. */
export function unitsCovering(amount: Amount, unit: Amount): number {
  return Number((amount.nano + unit.nano - 1n) / unit.nano);
}

export function times(amount: Amount, factor: bigint): Amount {
  return { measure: amount.measure, nano: amount.nano * factor };
}

export function sum(a: Amount, b: Amount): Amount {
  return { measure: a.measure, nano: a.nano + b.nano };
}

export function isSame(a: Amount, b: Amount): boolean {
  return a.measure === b.measure && a.nano === b.nano;
}

/** The amount in a volume of a solution: 2 mL of `{amount: 40 mg, volume: 1 mL}` is 80 mg. Undefined if not exact. */
export function inVolume(
  volume: Amount,
  concentration: { amount: Amount; volume: Amount },
): Amount | undefined {
  const whole = volume.nano * concentration.amount.nano;
  if (concentration.volume.nano === 0n || whole % concentration.volume.nano !== 0n) return undefined;
  return { measure: concentration.amount.measure, nano: whole / concentration.volume.nano };
}

const printed: Record<Measure, string> = {
  mass: 'mg',
  units: 'units',
  volume: 'mL',
  milliequivalents: 'mEq',
  pieces: '',
};

/** `410 mg`, `0.3 mg`, `1000 units`. */
export function printAmount({ measure, nano }: Amount): string {
  const fraction = (nano % one)
    .toString()
    .padStart(9, '0')
    .replace(/0{1,9}$/, '');
  return `${nano / one}${fraction && `.${fraction}`} ${printed[measure]}`.trim();
}
