import type { EncounterRecord, VisitPlace } from '../../../model/index.ts';

const isNew =
  /\b(?:new[- ]patient|new[- ]pt|np visit|establish(?:ing|es)? care|to establish|first visit (?:to|with|here)|new to (?:the |this )?(?:practice|clinic|our)|initial (?:office )?(?:visit|consult\w*|evaluation)|never (?:been )?seen (?:here|in this))\b/i;
const isEstablished =
  /\b(?:established (?:patient|pt)|follow[- ]?up|f\/u|returns?|recheck|last (?:seen|visit)|routine visit|known to (?:me|us|the practice)|interval history|since (?:the )?last visit|here today for (?:re-?check|refill))\b/i;
const emergency =
  /\b(?:emergency (?:department|room)|ed (?:note|provider|physician|course|visit|arrival)|er (?:note|visit)|triage note)\b/i;
const discharge = /\b(?:discharge summary|discharge day|discharged? (?:home )?today)\b/i;
const initial =
  /\b(?:h ?& ?p|history and physical|admission (?:note|h&p|history)|admitting|initial hospital)\b/i;

/** How much of a note is looked at for what kind of visit it is. */
const head = 1_500;

/** Whether the patient is new, as far as the note tells; undefined where it does not. */
export function patientIn(record: EncounterRecord): 'new' | 'established' | undefined {
  const text = headOf(record);
  if (isNew.test(text)) return 'new';
  return isEstablished.test(text) ? 'established' : undefined;
}

/** The place of the visit, from the setting and what the note calls itself. */
export function placeIn(record: EncounterRecord): VisitPlace {
  const text = headOf(record);
  if (record.setting !== 'inpatient') return emergency.test(text.slice(0, 300)) ? 'emergency' : 'office';
  if (discharge.test(text)) return initial.test(text) ? 'hospital-same-day' : 'hospital-discharge';
  return initial.test(text) ? 'hospital-initial' : 'hospital-subsequent';
}

function headOf({ documents }: EncounterRecord): string {
  return documents.map(({ title = '', text }) => `${title}\n${text.slice(0, head)}`).join('\n');
}
