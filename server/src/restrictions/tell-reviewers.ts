import { peopleWhoMay } from '../access/held.ts';
import { loadControls } from '../controls/settings.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Work } from '../work.ts';

/**
 * Writes to everybody else who may review it that a restricted record was opened. The letter says neither whose record
 * nor by whom nor why: the review page does.
 */
export async function tellReviewers(unit: Work): Promise<void> {
  const { linkAddress } = await loadControls(unit);
  const reviewers = await peopleWhoMay(unit, 'break-glass.review');
  for (const userId of reviewers.filter((id) => id !== unit.userId))
    await writeNotice(unit, userId, ({ practice, moment }) => ({
      subject: `A restricted record was opened at ${practice}`,
      lines: [
        `Somebody broke the glass of a restricted record at ${practice} on ${moment}. It waits for a review, by you or`,
        'another who may.',
        '',
        linkAddress === null ? 'Sign in and open Broken glass (/break-glass).' : `${linkAddress}/break-glass`,
      ],
    }));
}
