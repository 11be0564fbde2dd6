import type { Candidate } from '../../candidates.ts';
import { type CodingRule, moved } from '../rule.ts';
import { affirmedOf } from '../stated.ts';

const bleeding = /\b(?:bleed\w*|hemorrhag\w*)\b/i;
const broken = /\b(?:abscess\w*|perforat\w*|peritonitis|phlegmon)\b/i;
const colon = /\b(?:colon\w*|sigmoid|cecum|cecal|large (?:intestine|bowel)|pandivert\w*)\b/i;
const small = /\b(?:jejun\w*|ile(?:um|al)|duoden\w*|small (?:intestine|bowel))\b/i;

/** Diverticular disease is one code with its place, its inflammation, its abscess and its bleeding. */
export const diverticularDisease: CodingRule = {
  id: 'diverticular-disease',
  source: 'ICD-10-CM tabular list, category K57; guidelines I.B.9',
  reason: 'Diverticular disease is coded with its place, abscess and bleeding in one code.',
  apply(candidates, about) {
    const disease = candidates.find(({ code }) => /^K57/.test(code));
    if (!disease) return [...candidates];
    const text = affirmedOf(disease, about);
    const [, place = '9', last = '0'] = /^K57\.(\d)(\d)/.exec(disease.code) ?? [];
    const inflamed = last === '2' || last === '3' || Number(place) % 2 === 0;
    const open = inflamed && (Number(place) % 2 === 0 || broken.test(text));
    const bleeds = last === '1' || last === '3' || bleeding.test(text);
    const code = `K57.${placeDigit(place, text, open)}${(inflamed && !open ? 2 : 0) + (bleeds ? 1 : 0)}`;
    const kept = candidates.filter(
      (one) => one === disease || !((bleeds && isBleeding(one)) || (open && isAbscess(one))),
    );
    if (code === disease.code || !about.book.lookup(code)?.billable) return kept;
    const joined = moved(disease, code, about.book, 'Place, abscess and bleeding as stated');
    return kept.map((one) => (one === disease ? joined : one));
  },
  standsFor: ({ code }) => /^K57/.test(code),
};

/** 0/1 small intestine, 2/3 large, 4/5 both, 8/9 not stated; even where it is perforated or has an abscess. */
function placeDigit(stated: string, text: string, open: boolean): number {
  const known = Math.floor(Number(stated) / 2) * 2;
  const place =
    known !== 8
      ? known
      : colon.test(text) && small.test(text)
        ? 4
        : colon.test(text)
          ? 2
          : small.test(text)
            ? 0
            : 8;
  return open ? place : place + 1;
}

const isBleeding = ({ code }: Candidate) => /^(?:R58|K92\.[12]|K62\.5)/.test(code);
const isAbscess = ({ code }: Candidate) => /^(?:L02\.91|K65\.[019]|K63\.0|K63\.1)/.test(code);
