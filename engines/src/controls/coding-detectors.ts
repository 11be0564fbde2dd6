import { type Act, actsOf, type Detector } from './acts.ts';
import { type Known, points, shareChance } from './surprise.ts';

const rate = ({ times, of }: Known) => (of === 0 ? 0 : times / of);
const percent = (share: number) => `${Math.round(share * 100)} %`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What is taken for granted of a coder of whom nothing is known: four of forty codes differ at a second look. */
const startsWith: Known = { times: 4, of: 40 };

/**
 * Adds up, look by look, by how much a coder's second looks differ more than is usual, and never falls below zero: a
 * slow drift shows that no single day does. Source: Page, Biometrika 41 (1954) 100; NIST/SEMATECH e-Handbook 6.3.2.3.
 */
const agreementCusum: Detector = {
  id: 'agreement-falling',
  title: 'Second looks agree less',
  source: 'Page, Biometrika 41 (1954) 100: cumulative sum',
  detect({ now, before }) {
    const seen = actsOf(now, 'review');
    const looked = looks(before);
    const known: Known = { times: startsWith.times + looked.times, of: startsWith.of + looked.of };
    const usual = rate(known);
    // Half of the way to twice as many as usual, at least two more in a hundred, and while few looks say what is usual,
    // as many as it may well be in truth: the upper bound of 95 %.
    const slack = usual + Math.max(0.02, usual / 2, 1.645 * Math.sqrt((usual * (1 - usual)) / known.of));
    let [height, from, peak, peakFrom] = [0, 0, 0, 0];
    for (const [index, { codes, agreed }] of seen.entries()) {
      if (height === 0) from = index;
      height = Math.max(0, height + (codes - agreed) - slack * codes);
      if (height > peak) [peak, peakFrom] = [height, from];
    }
    const score = Math.min(6, Math.max(0, Math.round((peak - 4) * 10) / 10));
    if (score === 0) return undefined;
    const since = seen.slice(peakFrom);
    return {
      score,
      sentence: `Second looks differ in ${percent(rate(looks(since)))} of codes lately; ${percent(usual)} is usual.`,
      evidence: since.filter(({ codes, agreed }) => agreed < codes).map(({ id }) => id),
    };
  },
};

/** Codes that differed at second looks, of how many. */
function looks(acts: readonly Act[]): Known {
  const reviews = actsOf(acts, 'review');
  return {
    times: sum(reviews.map(({ codes, agreed }) => codes - agreed)),
    of: sum(reviews.map(({ codes }) => codes)),
  };
}

/** Less time for a chart is only a question together with less agreement: skill makes faster too. */
const fasterAndWorse: Detector = {
  id: 'faster-and-worse',
  title: 'Faster while second looks agree less',
  source: 'Speed against accuracy: Wickelgren, Acta Psychologica 41 (1977) 67',
  detect({ now, before }) {
    const pace = (acts: readonly Act[]) => median(actsOf(acts, 'coded').map(({ seconds }) => seconds));
    const [paceNow, paceBefore] = [pace(now), pace(before)];
    const [lately, usually] = [looks(now), looks(before)];
    if (paceBefore === 0 || paceNow > paceBefore * 0.9 || rate(lately) <= rate(usually) * 1.25)
      return undefined;
    if (shareChance(lately, usually) > 0.05) return undefined;
    return {
      score: 2,
      sentence: `A chart takes ${Math.round(paceNow / 60)} minutes instead of ${Math.round(paceBefore / 60)}, and second looks differ in ${percent(rate(lately))} of codes instead of ${percent(rate(usually))}.`,
      evidence: [],
    };
  },
};

function shareDetector(
  id: string,
  title: string,
  source: string,
  part: (act: { unspecified: number; undone: number }) => number,
  what: string,
): Detector {
  return {
    id,
    title,
    source,
    detect({ now, before }) {
      const charts = actsOf(now, 'coded');
      const shareOf = (some: typeof charts): Known => ({
        times: sum(some.map(part)),
        of: sum(some.map((chart) => chart.codes)),
      });
      const [seen, usual] = [shareOf(charts), shareOf(actsOf(before, 'coded'))];
      const score = points(shareChance(seen, usual));
      if (score === 0) return undefined;
      return {
        score: Math.min(3, score),
        sentence: `${percent(rate(seen))} of codes ${what}; ${percent(rate(usual))} is usual.`,
        evidence: charts.filter((chart) => part(chart) > 0).map((chart) => chart.id),
      };
    },
  };
}

/** Days that went on past eleven hours or into the night. It weighs little: it asks how somebody is. */
const longDays: Detector = {
  id: 'long-days',
  title: 'Long days',
  source: '29 CFR 785: hours worked; Dembe, Occup Environ Med 62 (2005) 588: risk by hours',
  detect({ now }) {
    const long = actsOf(now, 'worked').filter(({ hours, late }) => hours > 11 || late);
    if (long.length < 6) return undefined;
    return {
      score: Math.min(2, Math.round(long.length / 4)),
      sentence: `${long.length} days in four weeks were very long or went on late: that is much for one person.`,
      evidence: long.map(({ id }) => id),
    };
  },
};

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** All that is looked for in coding: signs of somebody who is too tired, none of them a reproach. */
export const codingDetectors: readonly Detector[] = [
  agreementCusum,
  fasterAndWorse,
  shareDetector(
    'unspecified-rising',
    'More unspecified codes',
    'ICD-10-CM Official Guidelines FY2027, I.B.18',
    ({ unspecified }) => unspecified,
    'are unspecified',
  ),
  shareDetector(
    'undoing-more',
    'More done and undone',
    'Speed against accuracy: Wickelgren, Acta Psychologica 41 (1977) 67',
    ({ undone }) => undone,
    'were taken back',
  ),
  longDays,
];
