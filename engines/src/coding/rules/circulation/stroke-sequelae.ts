import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

/** What a stroke leaves behind, and the place of it among the sequelae: I69.3 and these characters. */
const deficits: { alone: RegExp; place: string; digit?: true; stays?: true }[] = [
  { alone: /^G81/, place: '5', digit: true },
  { alone: /^R47\.01/, place: '20' },
  { alone: /^R47\.02/, place: '21' },
  { alone: /^R47\.1/, place: '22' },
  { alone: /^R13\.1/, place: '91', stays: true },
  { alone: /^R29\.810/, place: '92' },
  { alone: /^R27\.0/, place: '93' },
  { alone: /^R48\.2/, place: '90' },
];

const lateEffect =
  /\b(?:late effects?|sequelae?|residual\w*|following|after|remote|old|prior|previous|history of|h\/o|s\/p|from (?:his|her|the|an?))\b[^.;]{0,60}\b(?:strokes?|CVAs?|cerebral infarct\w*|ischemic infarct\w*|(?:nontraumatic )?(?:intracerebral|intracranial|subarachnoid) h(?:a)?emorrhages?|ICH|SAH)\b|\b(?:strokes?|CVA|infarct\w*|ICH|SAH|intracerebral hemorrhage)\b[^.;]{0,30}\b(?:sequelae?|residual\w*|years? ago|months? ago|in (?:19|20)\d\d)\b|\bpost-?stroke\b/i;
const current =
  /\b(?:acute|new|evolving|subacute) (?:\w+ ){0,3}(?:strokes?|CVAs?|infarct\w*|h(?:a)?emorrhage|ICH|SAH)\b/i;
const subarachnoid = /\b(?:subarachnoid|SAH)\b/i;
const hemorrhage = /\b(?:h(?:a)?emorrhag\w*|ICH|bleed)\b/i;

/** A deficit that a stroke left is coded as its sequela, the stroke itself being over. */
export const strokeSequelae: CodingRule = {
  id: 'stroke-sequelae',
  source: 'ICD-10-CM Official Guidelines I.C.9.d.1 and I.B.10',
  reason: 'What a stroke left behind is coded as its sequela.',
  apply(candidates, about) {
    const strokes = candidates.filter(({ code }) => /^I6[0-3]/.test(code));
    // Beside a stroke of today only what is said to be left of an old one.
    const today = strokes.some((stroke) => !isOver(stroke, about));
    const settled = candidates.flatMap((candidate) => {
      if (!today && strokes.includes(candidate)) return [];
      const deficit = deficits.find(({ alone }) => alone.test(candidate.code));
      if (!deficit) return [candidate];
      const said = sentencesOf(candidate, about);
      const known = !today && candidates.some(({ code }) => /^I69/.test(code));
      if (!known && !lateEffect.test(said)) return [candidate];
      const sequela = sequelaOf(
        candidate,
        deficit,
        subarachnoid.test(said) ? 'I69.0' : hemorrhage.test(said) ? 'I69.1' : 'I69.3',
        about,
      );
      if (!sequela) return [candidate];
      return deficit.stays ? [sequela, candidate] : [sequela];
    });
    // A stroke that left something behind is no history without deficits.
    const left = settled.some(({ code }) => /^I69/.test(code));
    return left ? settled.filter(({ code }) => code !== 'Z86.73') : settled;
  },
  standsFor: ({ code }) => /^I69/.test(code),
};

/** A stroke is over where each place that names it speaks of what it left, and none of a new one. */
function isOver({ evidence }: Candidate, about: Case): boolean {
  return evidence.every((span) => {
    const text = sentencesOf({ evidence: [span] }, about);
    return lateEffect.test(text) && !current.test(text);
  });
}

function sequelaOf(
  candidate: Candidate,
  { place, digit }: (typeof deficits)[number],
  category: string,
  { book }: Case,
): Candidate | undefined {
  // Both lists number the sides alike, but the sequelae have 9 for the side that is not stated.
  const side = candidate.code.slice(-1);
  const code = `${category}${place}${digit ? (side === '0' ? '9' : side) : ''}`;
  if (!book.lookup(code)?.billable) return undefined;
  return moved(candidate, code, book, 'Left behind by a stroke that is over');
}
