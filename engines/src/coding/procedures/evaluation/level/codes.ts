import type { DecisionLevel, VisitPlace } from '../../../../model/index.ts';

/** A code for a level, and the minutes from which total time supports it; without minutes time does not choose it. */
export interface LevelCode {
  code: string;
  level: DecisionLevel;
  minutes?: number;
}

const row = (code: string, level: DecisionLevel, minutes?: number): LevelCode =>
  minutes === undefined ? { code, level } : { code, level, minutes };

/**
 * Bare CPT numbers by place, lowest first; one number may stand for two levels. Times are those that must be met or
 * exceeded on the date of the encounter; emergency visits have none. Source: CPT E/M guidelines 2021 (office) and 2023
 * (hospital, emergency), adopted in 85 FR 84472 and 87 FR 69404; times in their form of 2024.
 */
const table: Record<VisitPlace | 'office-new', LevelCode[]> = {
  'office-new': [
    row('99202', 'straightforward', 15),
    row('99203', 'low', 30),
    row('99204', 'moderate', 45),
    row('99205', 'high', 60),
  ],
  office: [
    row('99212', 'straightforward', 10),
    row('99213', 'low', 20),
    row('99214', 'moderate', 30),
    row('99215', 'high', 40),
  ],
  emergency: [
    row('99282', 'straightforward'),
    row('99283', 'low'),
    row('99284', 'moderate'),
    row('99285', 'high'),
  ],
  'hospital-initial': [
    row('99221', 'straightforward', 40),
    row('99221', 'low', 40),
    row('99222', 'moderate', 55),
    row('99223', 'high', 75),
  ],
  'hospital-subsequent': [
    row('99231', 'straightforward', 25),
    row('99231', 'low', 25),
    row('99232', 'moderate', 35),
    row('99233', 'high', 50),
  ],
  'hospital-same-day': [
    row('99234', 'straightforward', 45),
    row('99234', 'low', 45),
    row('99235', 'moderate', 70),
    row('99236', 'high', 85),
  ],
  // Discharge goes by time alone.
  'hospital-discharge': [],
};

/** From these days the levels of a place are chosen so. */
const since = { office: '2021-01-01', other: '2023-01-01' };

export function codesFor(place: VisitPlace, patient: 'new' | 'established'): readonly LevelCode[] {
  return table[place === 'office' && patient === 'new' ? 'office-new' : place];
}

/** Whether the rules were in force on a date. */
export function inForce(place: VisitPlace, date: string): boolean {
  return date >= (place === 'office' ? since.office : since.other);
}

/** The level that a total time reaches; undefined where it reaches none, or time does not choose. */
export function levelByTime(rows: readonly LevelCode[], minutes: number): DecisionLevel | undefined {
  return rows.findLast((one) => one.minutes !== undefined && minutes >= one.minutes)?.level;
}
