import { roleNames, type WorkNotice } from '@superbill/contract';
import { formatDate, type IsoDate } from '@superbill/engines/model';
import type { Alarm } from '@superbill/engines/workload';

/** An alarm as a sentence: what, when, by how much, and what helps. `who` is the person's name, or "You". */
export function noticeOf(alarm: Alarm, today: IsoDate, who = ''): WorkNotice {
  const { kind, day } = alarm;
  return { kind, day, message: sentence(alarm, day === today ? 'today' : `on ${formatDate(day)}`, who) };
}

function sentence(alarm: Alarm, when: string, who: string): string {
  const isOwn = who === 'You';
  switch (alarm.kind) {
    case 'desk-overload':
      return `${roleNames[alarm.desk]}: ${hours(alarm.minutes)} more is due ${when} than the team has time for. Bring in help, or let what can wait be later.`;
    case 'past-due':
      return `${roleNames[alarm.desk]}: ${alarm.items} ${alarm.items === 1 ? 'item is' : 'items are'} past due.`;
    case 'person-overload':
      return `${who} ${isOwn ? 'have' : 'has'} ${hours(alarm.minutes)} more due ${when} than fits. ${isOwn ? 'Give items back, or ask your supervisor to move some.' : 'Move items to somebody with room.'}`;
    case 'long-day':
      return `${who} would work ${hours(alarm.minutes)} today with everything that is due. ${isOwn ? 'Let something wait, or give it back.' : 'Move items to somebody with room.'}`;
    case 'no-break':
      return `${who} ${isOwn ? 'have' : 'has'} worked ${hours(alarm.minutes)} without a break. ${isOwn ? 'Take ten minutes.' : 'Let calls wait.'}`;
  }
}

/** `2 h 05 min`, `40 min` */
function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return whole === 0 ? `${rest} min` : `${whole} h ${String(rest).padStart(2, '0')} min`;
}
