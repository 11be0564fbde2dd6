import { daysBetween } from '../../../model/index.ts';
import { component, element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import type { LoopRule } from '../rule.ts';
import { facilityOf, inpatient } from './institutional.ts';
import { elementName } from './line.ts';
import { dateOf, isOneDay } from './period.ts';

/** Days in a bed: three numbers tell them, and the one that two others contradict is wrong. */
export const daysOfStay: LoopRule = {
  id: 'covered-days',
  snip: 3,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2300 HI*BE and DTP*434, 2400 SV205; NUBC, value codes 80 and 81',
  when: 'the days of a stay are the same in the statement, in value codes 80 and 81, and in the units of room and board (revenue codes 010x to 021x)',
  check(claim) {
    const [stated, rooms] = [dateOf(claim, '434'), roomsOf(claim)];
    const told = valuesOf(claim).filter(({ code }) => code === '80' || code === '81');
    const [day, room] = [told[0], rooms[0]];
    if (!stated || isOneDay(stated) || !day || !room || !inpatient.test(facilityOf(claim))) return [];
    const admitted = dateOf(claim, '435')?.from ?? stated.from;
    const start = admitted > stated.from && admitted <= stated.to ? admitted : stated.from;
    const isStill = value(first(claim, 'CL1'), 3) === '30';
    const nights = Math.max(1, daysBetween(start, stated.to) + (isStill ? 1 : 0));
    const byValue = told.reduce((sum, { amount }) => sum + amount, 0);
    const byRoom = rooms.reduce((sum, segment) => sum + numberOf(element(segment, 5)), 0);
    if (byRoom === nights && byValue !== nights && !Number.isNaN(byValue)) {
      const name = elementName(day.segment, day.index, 5);
      const message = `${name}: the covered and other days (value codes 80 and 81) are not those of the stay.`;
      return [{ segment: day.segment, loop: '2300', element: name, message }];
    }
    if (byValue !== nights || byRoom === nights || Number.isNaN(byRoom)) return [];
    const message = 'The units of room and board are not the days of the stay.';
    return [{ segment: room, loop: '2400', element: 'SV205', message }];
  },
};

function roomsOf(claim: Loop): Segment[] {
  return loopsOf(claim, '2400').flatMap((line) => {
    const service = first(line, 'SV2');
    return service && /^0(?:1\d|2[01])\d$/.test(element(service, 1)) ? [service] : [];
  });
}

/** What is missing is no zero. */
function numberOf(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

interface ValueCode {
  segment: Segment;
  index: number;
  code: string;
  amount: number;
}

export function valuesOf(claim: Loop): ValueCode[] {
  return all(claim, 'HI', 'BE').flatMap((segment) =>
    segment.elements.slice(1).map((_, at) => ({
      segment,
      index: at + 1,
      code: component(segment, at + 1, 2),
      amount: numberOf(component(segment, at + 1, 5)),
    })),
  );
}
