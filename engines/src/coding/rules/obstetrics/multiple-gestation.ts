import { added, type CodingRule } from '../rule.ts';
import { said } from '../stated.ts';
import { weeksOf } from './gestation.ts';

const twins = /\b(?:twins?(?! (?:sister|brother|sib\w*))|di-?di|mo-?di|mo-?mo)\b/gi;
const dichorionic = /\bdichorionic\b|\bdi-?di\b/i;
const monochorionic = /\bmonochorionic\b|\bmo-?di\b|\bmo-?mo\b/i;
const monoamniotic = /\bmonoamniotic\b|\bmo-?mo\b/i;
const pregnant =
  /\b(?:OB|IUP|gestation\w*|fetal|fetus\w*|prenatal|chorionic|dichorionic|monochorionic|pregnan\w+|G\d ?P\d)\b/i;

/** A pregnancy with twins has a code by their membranes and the trimester. */
export const multipleGestation: CodingRule = {
  id: 'multiple-gestation',
  source: 'ICD-10-CM Official Guidelines I.C.15.a; tabular list, O30.0-',
  reason: 'Twins are coded by their membranes and the trimester.',
  apply(candidates, about) {
    if (candidates.some(({ code }) => /^(?:O30|P|Z38\.[^5])/.test(code))) return [...candidates];
    const stated = said(about, twins);
    const weeks = stated && weeksOf(about)?.weeks;
    if (
      !stated ||
      weeks === undefined ||
      !about.read.some(({ document }) => pregnant.test(document.text.slice(0, 600)))
    ) {
      return [...candidates];
    }
    const text = about.read.map(({ document }) => document.text.slice(0, 8_000)).join(' ');
    const kind = monochorionic.test(text)
      ? monoamniotic.test(text)
        ? '1'
        : '3'
      : dichorionic.test(text)
        ? '4'
        : '0';
    const code = `O30.0${kind}${weeks < 14 ? 1 : weeks < 28 ? 2 : 3}`;
    const found = added(code, [stated.evidence], about, `Twins at ${weeks} weeks`, -0.5);
    return found ? [found, ...candidates.filter((one) => one.code !== 'Z38.5')] : [...candidates];
  },
  standsFor: ({ code }) => /^O30/.test(code),
};
