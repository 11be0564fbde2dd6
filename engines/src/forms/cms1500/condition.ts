import { type Claim, type ClaimDates, type Finding, type IsoDate, sum } from '../../model/index.ts';
import { code, type Entry, mark, money, words } from '../entry.ts';
import { noRoom } from '../room.ts';
import { apart, monthDayYear, sentence, unbroken } from '../wording.ts';
import { wording } from './layout.ts';

type DateName = Exclude<keyof ClaimDates, 'disability' | 'admissionTime' | 'dischargeTime'>;

/** Qualifiers of box 14, the one that counts first. */
const onset: [DateName, string][] = [
  ['onset', '431'],
  ['lastMenstrualPeriod', '484'],
];

/** Qualifiers of box 15. */
const otherDates: [DateName, string][] = [
  ['accident', '439'],
  ['initialTreatment', '454'],
  ['lastSeen', '304'],
  ['acuteManifestation', '453'],
  ['lastXray', '455'],
  ['prescription', '471'],
  ['assumedCare', '090'],
  ['relinquishedCare', '091'],
  ['firstContact', '444'],
];

/** Boxes 14, 15, 16 and 18. */
export function dates({ dates: given = {} }: Claim): Entry[] {
  const { disability = {}, lastWorked, returnToWork, admission, discharge } = given;
  const day = (field: string, date: IsoDate | undefined, name: string) =>
    code(field, date && monthDayYear(date, 2, ' '), `dates.${name}`);
  const qualified = (box: string, [first]: [DateName, string][]) =>
    first
      ? [...day(box, given[first[0]], first[0]), ...code(`${box}.qualifier`, first[1], `dates.${first[0]}`)]
      : [];
  return [
    ...qualified('14', said(given, onset)),
    ...qualified('15', said(given, otherDates)),
    ...day('16.from', disability.from ?? lastWorked, 'disability.from'),
    ...day('16.to', disability.to ?? returnToWork, 'disability.to'),
    ...day('18.from', admission, 'admission'),
    ...day('18.to', discharge, 'discharge'),
  ];
}

const said = (dates: ClaimDates, names: [DateName, string][]) =>
  names.filter(([name]) => dates[name] !== undefined);

/** The dates that found box 14 or 15 taken. */
export function datesWithoutRoom({ dates: given = {} }: Claim): Finding[] {
  const beyond = (box: string, names: [DateName, string][]) =>
    said(given, names)
      .slice(1)
      .map(([name]) => noRoom(wording, box, `dates.${name}`, 'The claim says another date'));
  return [...beyond('14', onset), ...beyond('15', otherDates)];
}

/** Box 19: papers that come with the claim, then notes. */
export function additionalInformation({ attachments = [], notes = [] }: Claim): Entry[] {
  const papers = attachments.map(
    ({ report, transmission, controlNumber = '' }) => `PWK${report}${transmission}${unbroken(controlNumber)}`,
  );
  const text = apart([...papers, ...notes.map((note) => sentence(note.text))]);
  const at = attachments.length > 0 ? 'attachments' : 'notes';
  if (text.length <= wholeLine) return words('19', text, at);
  // A long text begins in the half line above.
  const end = text.lastIndexOf(' ', halfLine);
  const first = text.slice(0, end > 0 ? end : halfLine);
  return [...words('19.first', first, at), ...words('19', text.slice(first.length).trim(), at)];
}

const wholeLine = 48;
const halfLine = 23;

/** Box 20: whether services were bought outside, and for how much. */
export function outsideLab({ lines }: Claim): Entry[] {
  const bought = lines.flatMap(({ purchasedService }) => purchasedService?.charge ?? []);
  if (bought.length === 0) return mark('20.no', 'lines');
  return [...mark('20.yes', 'lines'), ...money('20', sum(bought), 'lines')];
}

const letters = 'ABCDEFGHIJKL';

/** Boxes 21 and 22. Codes go without their dot. */
export function diagnoses({ diagnoses: codes, diagnosisSystem }: Claim): Entry[] {
  return [
    ...code('21.version', diagnosisSystem === 'icd9cm' ? '9' : '0', 'diagnosisSystem'),
    ...Array.from(letters).flatMap((letter, index) =>
      code(`21.${letter}`, codes[index]?.replaceAll('.', ''), `diagnoses[${index}]`),
    ),
  ];
}

export function diagnosesWithoutRoom({ diagnoses: codes }: Claim): Finding[] {
  return codes
    .slice(letters.length)
    .map((_, index) =>
      noRoom(
        wording,
        '21',
        `diagnoses[${letters.length + index}]`,
        'The claim has more than twelve diagnoses',
      ),
    );
}

/** Box 22 is not for an original claim. */
export function resubmission({ frequency, payerControlNumber }: Claim): Entry[] {
  if (frequency === '1') return [];
  return [
    ...code('22', frequency, 'frequency'),
    ...code('22.original', payerControlNumber, 'payerControlNumber'),
  ];
}

/** What box 23 may hold, the one that counts first. */
function permits({ authorizationNumber, references = {} }: Claim): [at: string, number: string][] {
  const all: [string, string | undefined][] = [
    ['authorizationNumber', authorizationNumber],
    ['references.referral', references.referral],
    ['references.clia', references.clia],
    ['references.mammographyCertificate', references.mammographyCertificate],
    ['references.carePlanOversight', references.carePlanOversight],
  ];
  return all.flatMap(([at, number]) => (number === undefined ? [] : [[at, number]]));
}

export function authorization(claim: Claim): Entry[] {
  return permits(claim)
    .slice(0, 1)
    .flatMap(([at, number]) => code('23', unbroken(number), at));
}

export function authorizationsWithoutRoom(claim: Claim): Finding[] {
  return permits(claim)
    .slice(1)
    .map(([at]) => noRoom(wording, '23', at, 'The claim has another number of this kind'));
}
