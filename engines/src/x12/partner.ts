import { type IsoDate, parseIsoDate } from '../model/index.ts';
import type { LoopRule } from './rules/rule.ts';
import { readSituations } from './situations/read.ts';

/**
 * What one trading partner asks beyond the guides (SNIP 7), from its companion guide: versions by date, each
 * with situations by transaction type, in the notation of {@link readSituations}.
 */
export interface PartnerProfile {
  /** Whose rules these are, for messages: `Imaginary Health Plan`. */
  partner: string;
  versions: PartnerVersion[];
}

interface PartnerVersion {
  effectiveFrom: IsoDate;
  /** The last day; absent while it is in force. */
  effectiveTo?: IsoDate;
  /** Where the rules are written: `Companion guide 2.1`. */
  source: string;
  /** Lines by transaction type: `{ "837P": ["2300 CLM05-1=21 needs REF*G1 ; …"] }`. */
  rules: Record<string, string[]>;
}

/** Reads a profile from JSON. What is wrong with it is said, with the place. */
export function readPartnerProfile(json: unknown): { profile: PartnerProfile } | { problems: string[] } {
  const problems: string[] = [];
  if (!isRecord(json)) return { problems: ['a partner profile is an object'] };
  const { partner, versions } = json;
  if (typeof partner !== 'string' || partner === '') problems.push('partner: a name is wanted');
  if (!Array.isArray(versions) || versions.length === 0) problems.push('versions: a list is wanted');
  const read = (Array.isArray(versions) ? versions : []).flatMap((version: unknown, index) =>
    readVersion(version, `versions[${index}]`, problems),
  );
  for (const [index, { effectiveFrom, effectiveTo }] of read.entries()) {
    const other = read.findIndex(
      (one, i) =>
        i > index &&
        one.effectiveFrom <= (effectiveTo ?? '9999-12-31') &&
        (one.effectiveTo ?? '9999-12-31') >= effectiveFrom,
    );
    if (other >= 0) problems.push(`versions[${index}] and versions[${other}] are in force at the same time`);
  }
  if (problems.length > 0 || typeof partner !== 'string') return { problems };
  return { profile: { partner, versions: read } };
}

function readVersion(json: unknown, at: string, problems: string[]): PartnerVersion[] {
  if (!isRecord(json)) {
    problems.push(`${at}: an object is wanted`);
    return [];
  }
  const from = dateOf(json.effectiveFrom);
  const to = dateOf(json.effectiveTo);
  if (from === undefined) problems.push(`${at}.effectiveFrom: a date (YYYY-MM-DD) is wanted`);
  if (to === undefined && json.effectiveTo !== undefined)
    problems.push(`${at}.effectiveTo: a date (YYYY-MM-DD) is wanted`);
  const source = typeof json.source === 'string' ? json.source : '';
  if (source === '') problems.push(`${at}.source: where the rules are written is wanted`);
  const rules: Record<string, string[]> = {};
  for (const [type, lines] of Object.entries(isRecord(json.rules) ? json.rules : {})) {
    rules[type] = readLines(lines, `${at}.rules.${type}`, problems);
  }
  if (Object.keys(rules).length === 0) problems.push(`${at}.rules: lines by transaction type are wanted`);
  if (from === undefined) return [];
  return [{ effectiveFrom: from, ...(to && { effectiveTo: to }), source, rules }];
}

function readLines(json: unknown, at: string, problems: string[]): string[] {
  if (!Array.isArray(json)) {
    problems.push(`${at}: a list of lines is wanted`);
    return [];
  }
  return json.flatMap((line: unknown, index): string[] => {
    const problem = typeof line === 'string' ? problemOf(line) : 'a line of text is wanted';
    if (problem === undefined && typeof line === 'string') return [line];
    problems.push(`${at}[${index}]: ${problem}`);
    return [];
  });
}

function problemOf(line: string): string | undefined {
  try {
    const [rule] = readSituations(line, '');
    return rule === undefined ? 'the line is empty' : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The rules of a partner for a transaction type on a day; none when no version is in force. */
export function partnerRules({ partner, versions }: PartnerProfile, type: string, date: IsoDate): LoopRule[] {
  const version = versions.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && date <= (effectiveTo ?? '9999-12-31'),
  );
  const lines = version?.rules[type] ?? [];
  return readSituations(lines.join('\n'), `${partner}, ${version?.source}`).map((rule) => ({
    ...rule,
    snip: 7,
  }));
}

function dateOf(json: unknown): IsoDate | undefined {
  return typeof json === 'string' ? parseIsoDate(json) : undefined;
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
