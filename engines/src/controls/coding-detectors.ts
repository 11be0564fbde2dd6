import { type Act, actsOf, type Detector } from './acts.ts';
import { points } from './surprise.ts';

const rate = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const percent = (share: number) => `${Math.round(share * 100)} %`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How unlikely a share this high is when another is usual: normal approximation, one-sided. */
function shareChance(part: number, whole: number, usual: number): number {
  if (whole === 0) return 1;
  const z = (rate(part, whole) - usual) / Math.sqrt(Math.max(usual * (1 - usual), 0.01) / whole);
  // Abramowitz and Stegun 26.2.17 is not needed to tell one in a hundred from one in a million.
  return z <= 0 ? 1 : Math.max(1e-12, 0.5 * Math.exp(-0.717 * z - 0.416 * z * z));
}

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
    const usual = missed(before);
    // Half of the way to twice as many as usual, at least two more in a hundred.
    const slack = usual + Math.max(0.02, usual / 2);
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
      sentence: `Second looks differ in ${percent(missed(since))} of codes lately; ${percent(usual)} is usual.`,
      evidence: since.filter(({ codes, agreed }) => agreed < codes).map(({ id }) => id),
    };
  },
};

function missed(acts: readonly Act[]): number {
  const looks = actsOf(acts, 'review');
  return rate(sum(looks.map(({ codes, agreed }) => codes - agreed)), sum(looks.map(({ codes }) => codes)));
}

/** Less time for a chart is only a question together with less agreement: skill makes faster too. */
const fasterAndWorse: Detector = {
  id: 'faster-and-worse',
  title: 'Faster while second looks agree less',
  source: 'Speed against accuracy: Wickelgren, Acta Psychologica 41 (1977) 67',
  detect({ now, before }) {
    const pace = (acts: readonly Act[]) => median(actsOf(acts, 'coded').map(({ seconds }) => seconds));
    const [paceNow, paceBefore] = [pace(now), pace(before)];
    if (paceBefore === 0 || paceNow > paceBefore * 0.9 || missed(now) <= missed(before) * 1.25)
      return undefined;
    return {
      score: 2,
      sentence: `A chart takes ${Math.round(paceNow / 60)} minutes instead of ${Math.round(paceBefore / 60)}, and second looks differ in ${percent(missed(now))} of codes instead of ${percent(missed(before))}.`,
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
      const codes = sum(charts.map((chart) => chart.codes));
      const past = actsOf(before, 'coded');
      const usual = rate(sum(past.map(part)), sum(past.map((chart) => chart.codes)));
      const seen = sum(charts.map(part));
      const score = points(shareChance(seen, codes, usual));
      if (past.length === 0 || score === 0) return undefined;
      return {
        score: Math.min(3, score),
        sentence: `${percent(rate(seen, codes))} of codes ${what}; ${percent(usual)} is usual.`,
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
