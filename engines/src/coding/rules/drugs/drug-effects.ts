import type { CodeBook } from '../../../model/index.ts';
import { wordsOf } from '../../words.ts';

const named = (base: string, names: string): [string, string][] =>
  names.split(', ').map((name) => [name, base]);

/**
 * Classes of drugs and names that the official table does not have, each with the category of its effects
 * (T36–T50) down to the character before the one that says poisoning, adverse effect or underdosing.
 */
const categories: ReadonlyMap<string, string> = new Map([
  ...named(
    'T45.51',
    'anticoagulant, anticoagulants, anticoagulation, blood thinner, doac, apixaban, rivaroxaban, dabigatran, edoxaban, eliquis, xarelto, coumadin, warfarin, heparin',
  ),
  ...named('T45.52', 'antiplatelet, antiplatelets, clopidogrel, ticagrelor, prasugrel, plavix'),
  ...named(
    'T38.3X',
    'insulin, sulfonylurea, sulfonylureas, sglt2 inhibitor, sglt2, glp-1, glp1, semaglutide, empagliflozin, dapagliflozin, canagliflozin, ozempic, jardiance, metformin, glipizide, glimepiride, glyburide, sitagliptin, linagliptin, liraglutide, dulaglutide, tirzepatide, pioglitazone',
  ),
  ...named(
    'T38.0X',
    'steroid, steroids, corticosteroid, corticosteroids, glucocorticoid, glucocorticoids, prednisone, prednisolone, methylprednisolone, dexamethasone, inhaled steroid',
  ),
  ...named(
    'T39.39',
    'nsaid, nsaids, meloxicam, diclofenac, ketorolac, celecoxib, indomethacin, etodolac, nabumetone',
  ),
  ...named('T39.31', 'ibuprofen, naproxen, ketoprofen'),
  ...named('T39.01', 'aspirin, asa'),
  ...named('T39.1X', 'acetaminophen, tylenol, apap'),
  ...named(
    'T40.2X',
    'opioid, opioids, narcotic, narcotics, morphine, oxycodone, hydrocodone, hydromorphone, codeine',
  ),
  ...named('T40.41', 'fentanyl'),
  ...named('T40.42', 'tramadol'),
  ...named(
    'T43.22',
    'ssri, ssris, sertraline, fluoxetine, citalopram, escitalopram, paroxetine, fluvoxamine',
  ),
  ...named('T43.21', 'snri, venlafaxine, duloxetine, desvenlafaxine'),
  ...named('T42.4X', 'benzodiazepine, benzodiazepines, lorazepam, alprazolam, clonazepam, diazepam'),
  ...named(
    'T43.59',
    'antipsychotic, antipsychotics, olanzapine, risperidone, quetiapine, aripiprazole, ziprasidone',
  ),
  ...named('T42.6X', 'levetiracetam, lamotrigine, gabapentin, pregabalin, topiramate, valproate'),
  ...named(
    'T46.4X',
    'ace inhibitor, ace inhibitors, acei, lisinopril, enalapril, benazepril, ramipril, captopril',
  ),
  ...named(
    'T46.5X',
    'arb, arbs, losartan, valsartan, olmesartan, irbesartan, telmisartan, candesartan, clonidine, hydralazine',
  ),
  ...named(
    'T44.7X',
    'beta blocker, beta-blocker, beta blockers, metoprolol, atenolol, carvedilol, propranolol, bisoprolol',
  ),
  ...named('T46.1X', 'calcium channel blocker, ccb, amlodipine, nifedipine, diltiazem, verapamil'),
  ...named('T46.6X', 'statin, statins, atorvastatin, rosuvastatin, simvastatin, pravastatin'),
  ...named('T46.2X', 'amiodarone, flecainide, sotalol'),
  ...named('T46.0X', 'digoxin'),
  ...named('T50.1X', 'loop diuretic, furosemide, torsemide, bumetanide, lasix'),
  ...named('T50.2X', 'thiazide, thiazides, hctz, hydrochlorothiazide, chlorthalidone, diuretic, diuretics'),
  ...named('T50.0X', 'spironolactone, eplerenone'),
  ...named(
    'T45.1X',
    'chemotherapy, chemo, antineoplastic, methotrexate, cisplatin, carboplatin, oxaliplatin, folfox, doxorubicin, paclitaxel, docetaxel, vincristine, bortezomib, capecitabine, fluorouracil, cyclophosphamide, gemcitabine, pemetrexed, imatinib, tamoxifen, letrozole, anastrozole, rituximab, infliximab, adalimumab, azathioprine, mycophenolate, tacrolimus, cyclosporine, immunosuppressant, immunosuppressants, immunosuppression',
  ),
  ...named(
    'T45.AX',
    'immunotherapy, checkpoint inhibitor, immune checkpoint inhibitor, pembrolizumab, nivolumab, ipilimumab, atezolizumab, durvalumab',
  ),
  ...named('T43.63', 'methylphenidate, dexmethylphenidate, ritalin, concerta'),
  ...named('T43.62', 'amphetamine, amphetamines, adderall, lisdexamfetamine, vyvanse'),
  ...named('T36.0X', 'amoxicillin, augmentin, amoxicillin-clavulanate, penicillin'),
  ...named('T36.1X', 'cephalosporin, cephalexin, ceftriaxone, cefepime, cefdinir'),
  ...named(
    'T36.8X',
    'fluoroquinolone, fluoroquinolones, ciprofloxacin, levofloxacin, clindamycin, vancomycin',
  ),
  ...named('T36.3X', 'macrolide, azithromycin, clarithromycin, erythromycin'),
  ...named('T37.0X', 'sulfa, tmp-smx, bactrim, trimethoprim-sulfamethoxazole'),
  ...named('T36.95', 'antibiotic, antibiotics'),
  ...named('T50.Z1', 'ivig, immune globulin, immunoglobulin'),
  ...named('T50.8X', 'contrast, iodinated contrast, iv contrast, contrast dye'),
  ...named('T47.1X', 'ppi, omeprazole, pantoprazole'),
  ...named('T38.1X', 'levothyroxine, thyroid hormone'),
  ...named('T45.4X', 'iron, oral iron, ferrous sulfate'),
]);

/** What the record says a drug did, by the character that tells them apart. */
export type DrugEffect = 'adverse effect' | 'underdosing';
const effectCharacter: Record<DrugEffect, string> = { 'adverse effect': '5', underdosing: '6' };

const mostWords = 3;
/** A table's entry counts where it explains nearly all that was asked. */
const leastTableScore = 0.85;

/** A drug that a text begins with, how long its name is there, and the code of what it did. */
export interface DrugFound {
  code: string;
  length: number;
  path: string;
}

/** The drug or class of drugs at the beginning of a text: by our list, else by the official table of drugs. */
export function drugAt(text: string, effect: DrugEffect, book: CodeBook): DrugFound | undefined {
  const words = wordsOf(text.slice(0, 80).replaceAll('-', ' '));
  if (words[0] === undefined || words[0].start > 1) return undefined;
  for (let count = Math.min(mostWords, words.length); count > 0; count--) {
    const length = words[count - 1]?.end ?? 0;
    const name = text.slice(words[0].start, length).toLowerCase();
    const base = categories.get(name) ?? categories.get(name.replaceAll('-', ' '));
    const code = base && billable(base, effect, book);
    if (code) return { code, length, path: `${name} is of the drugs of ${base}` };
  }
  const [{ end, start }] = words;
  const name = text.slice(start, end);
  if (name.length < 5) return undefined;
  const hit = book.search(`${effect} of ${name}`, { limit: 1 })[0];
  const isOfTable = hit?.path[0]?.startsWith('Table of drugs') && hit.score >= leastTableScore;
  if (!hit || !isOfTable || hit.code.charAt(6) !== effectCharacter[effect]) return undefined;
  return { code: hit.code, length: end, path: hit.path[0] ?? '' };
}

function billable(base: string, effect: DrugEffect, book: CodeBook): string | undefined {
  const code =
    base.length === 6 && base.endsWith('95')
      ? `${base.slice(0, 5)}${effectCharacter[effect]}XA`
      : `${base}${effectCharacter[effect]}A`;
  return book.lookup(code)?.billable ? code : undefined;
}
