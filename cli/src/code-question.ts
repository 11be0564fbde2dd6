import { type IsoDate, parseIsoDate, type Setting } from '@superbill/engines/model';
import { beforeIcd10, icd10Began } from './service-date.ts';
import { readTextLine } from './text-line.ts';

export const settings: readonly Setting[] = ['outpatient', 'inpatient'];
export type PatientKind = 'new' | 'established';
export const patientKinds: readonly PatientKind[] = ['new', 'established'];

/** What a text is asked with; what is absent is taken from the options of the command. */
interface Asked {
  text: string;
  setting?: Setting;
  date?: IsoDate;
  patient?: PatientKind;
}

export type Question = (Asked & { id: unknown }) | { id: unknown; problem: string };

/** Reads one line of `code --jsonl`. */
export function readQuestion(line: string): Question {
  const read = readTextLine(line);
  if ('problem' in read) return read;
  const { id, text, value } = read;
  const setting = settings.find((known) => 'setting' in value && value.setting === known);
  if ('setting' in value && value.setting !== undefined && !setting) {
    return { id, problem: 'The setting is outpatient or inpatient.' };
  }
  const date = 'date' in value && typeof value.date === 'string' ? parseIsoDate(value.date) : undefined;
  if ('date' in value && value.date !== undefined && !date)
    return { id, problem: 'The date is not a date; write YYYY-MM-DD.' };
  if (date && date < icd10Began) return { id, problem: beforeIcd10 };
  const patient = patientKinds.find((known) => 'patient' in value && value.patient === known);
  if ('patient' in value && value.patient !== undefined && !patient)
    return { id, problem: 'The patient is new or established.' };
  return {
    id,
    text,
    ...(setting && { setting }),
    ...(date && { date }),
    ...(patient && { patient }),
  };
}
