import { type Asking, evidenceOfValue } from '../asking.ts';
import { told } from '../out-of-range.ts';
import { listed, quoted, type Raised } from '../raised.ts';
import { askAbout } from './ask-about.ts';

const infections =
  /^(?:A0[0-9]|A[2-4]|B3[4-9]|J0|J1[0-8]|J2[0-2]|J44\.0|J69|J85|J86|K35|K57\.[0-9][02]|K61|K63\.1|K65|K8[01]\.[0-6]|K83\.0|L0[2-8]|M00|M46\.[2-4]|M86|N1[0-2]|N30\.0|N39\.0|N41|T8[0-5]\.[2-9]|G0[0-6]|I33|O85|O86)/;

/** Signs of a systemic response beside a documented infection, in a stay, where sepsis is named in no way. */
export function sepsis(asking: Asking): Raised | undefined {
  const infection = asking.settled.find(({ code }) => infections.test(code));
  if (!asking.isInpatient || !infection || asking.person.isPregnant) return undefined;
  if (
    asking.speaksOf({
      codes: /^(?:A4[01]|R65|R57|R78\.81)/,
      words: /sepsis|septic|\bsirs\b|bacterem|urosep/i,
    })
  )
    return undefined;
  const signs = [
    asking.current('temperature').find(({ value }) => value > 38.3 || value < 36),
    asking.current('heart-rate').find(({ value }) => value > 100),
    asking.current('respiratory-rate').find(({ value }) => value > 21),
    asking.current('wbc').find(({ value }) => value > 14 || value < 4),
  ].flatMap((one) => one ?? []);
  const organs = [
    asking.current('lactate').find(({ value }) => value > 2),
    asking.current('systolic').find(({ value }) => value < 90),
  ].flatMap((one) => one ?? []);
  if (signs.length < 2 || signs.length + organs.length < 3) return undefined;
  const found = [...signs, ...organs];
  return askAbout(
    'sepsis',
    5,
    `The record documents ${quoted(infection.evidence[0] ?? { quote: infection.title })} and shows ${listed(found.map((one) => told(one)))}.`,
    [
      'Sepsis due to this infection',
      'A localized infection without sepsis',
      'A systemic response that is not due to infection (please state the cause)',
    ],
    [...infection.evidence.slice(0, 1), ...found.map(evidenceOfValue)],
  );
}
