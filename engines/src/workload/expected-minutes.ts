import type { WorkFeatures, WorkKind } from './work-kind.ts';

/** What is expected of one kind of work. Minutes, and shares of what is expected. */
export interface KindTime {
  /** By setting, for an item of one document and one page. */
  usual: Record<WorkFeatures['setting'], number>;
  /** By specialty and setting, where there is history of its own. */
  groups: Record<string, number>;
  perDocument: number;
  perPage: number;
  /** Eight of ten items take between these shares of what is expected. */
  low: number;
  high: number;
  /** The average item against the usual one: a few take very long, and a day has to hold them too. */
  mean: number;
  /** The usual item as it comes, with its documents. */
  typical: number;
  /** Items behind these numbers; 0 while they are start values. */
  seen: number;
}

export type TimeModel = Record<WorkKind, KindTime>;

export interface ExpectedMinutes {
  /** Half of such items take longer. */
  minutes: number;
  low: number;
  high: number;
  /** What a plan counts: the average of such items. */
  planned: number;
  /** What the minutes are made of, in words; they add up to `minutes` rounded. */
  parts: { minutes: number; because: string }[];
}

/** `cardiology, outpatient`: items of one group are compared with each other first. */
export function groupOf({ specialty, setting }: Pick<WorkFeatures, 'specialty' | 'setting'>): string {
  return `${specialty ?? 'any specialty'}, ${setting}`;
}

/** How long the team usually takes for such an item, why, and how sure that is. */
export function expectedMinutes(model: TimeModel, work: WorkFeatures): ExpectedMinutes {
  const time = model[work.kind];
  const own = time.groups[groupOf(work)];
  const usual = own ?? time.usual[work.setting];
  const documents = Math.max(0, work.documents - 1) * time.perDocument;
  const pages = Math.max(0, work.pages - 1) * time.perPage;
  const minutes = usual + documents + pages;
  const further = [
    { minutes: Math.round(documents), because: `because of ${work.documents} documents` },
    { minutes: Math.round(pages), because: `because of ${work.pages} pages` },
  ].filter((part) => part.minutes > 0);
  const whole = Math.max(1, Math.round(minutes));
  const rest = whole - further.reduce((total, part) => total + part.minutes, 0);
  const where =
    own === undefined ? (work.setting === 'inpatient' ? ' for a stay' : '') : ` for ${groupOf(work)}`;
  return {
    minutes,
    low: minutes * time.low,
    high: minutes * time.high,
    planned: minutes * time.mean,
    parts: [
      { minutes: rest, because: `usual${where}${time.seen === 0 ? ' (start value)' : ''}` },
      ...further,
    ],
  };
}
