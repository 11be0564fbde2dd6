import { wordsOf } from './words.ts';

/**
 * Main terms of the index that name no disease when they stand alone in running text. A list item that
 * consists of one of them is still looked up.
 */
export const generalTerms: ReadonlySet<string> = new Set(
  `old heat cold stress abnormal benign malignant symptom symptoms examination exam follow-up concern toxic allergic allergy sinus scale scales sugar
  papule papules pustule pustules screening mammogram discharge acute chronic history status injury infection inflammation swelling lesion lesions
  mass pain tenderness function functional rhythm deficiency disease disorder syndrome problem problems tumor growth cyst nodule nodules
  loss weight change changes failure strain movement limited limitation difficulty observation counseling test testing immunization vaccination
  complication complications care attention aftercare removal replacement fitting adjustment transplant graft device presence absence dependence
  use abuse exposure contact carrier work activity fall falls accident burn cut wound bite poisoning overdose reaction effect adverse normal
  pregnancy pregnant delivery birth newborn infant labor menopause age aging tension worry sleep exercise diet travel school drug medication
  hemoglobin sodium potassium glucose creatinine cholesterol platelet platelets vitamin iron calcium decline declines wheeze trait scar scars tubercle tubercles
  previous prior frozen single psychiatry psychiatric addiction rehab rehabilitation fistula age-related mother mothers father fathers maternal splint splints surgical surgery sensitive sensitivity sensitivities nerve nerves may still hand sweet best weak weakened reflex reflexes fell abnormality abnormalities anomaly screen rigor rigors sx dysplasia cancer cancers malignancy neoplasm neoplasms broad individual`.split(
    /\s+/,
  ),
);

/**
 * Words of degree, course and care that name no disease, not even as a list item: the index has some of
 * them as references (`Raised`, `Freezing`), and `CMP today` is an order.
 */
const degreeAndCare: ReadonlySet<string> = new Set(
  `increase increased increasing decrease decreased decreasing elevated elevation raised high low higher lower reduced
  stable unstable mild moderate severe improving improved worse worsening controlled uncontrolled normal abnormal
  splint surgical surgery benign malignant menstrual freezing stage diet fear advice adhesive diuresis fluids rest ice heat exercise sleep
  cmp bmp cbc tsh lipids lipid panel labs lab ua urinalysis ekg ecg xr cxr mri ct us echo culture
  renal cardiac cardiology cv id endo endocrine neuro neurologic pulm pulmonary resp respiratory gi gu heme hem onc psych skin msk fen nutrition
  hepatic infectious hematology vascular ortho social metabolic birads bi rads
  today tomorrow yesterday now daily weekly yearly pending done normal negative positive neg pos noted no not the a an in at of for on by as to with w/`.split(
    /\s+/,
  ),
);

/** Whether a phrase consists of words that name no disease. */
export function namesNothing(phrase: string): boolean {
  return wordsOf(phrase).every(({ text }) => degreeAndCare.has(text) || /^\d+$/.test(text));
}

/** Abbreviations of diseases that are everyday words in lower case: `hearing aids`, `pad the bed`. */
const everydayWords: ReadonlySet<string> = new Set(
  'aids pad sad all ms led cap arm rad tic cop has bad pots'.split(' '),
);

/** Whether a single lower-case word is read as an abbreviation it is not. */
export function isEverydayWord(phrase: string): boolean {
  return everydayWords.has(phrase);
}

/** A phrase for a search that would take `pad` for an abbreviation. */
export function withoutEverydayWords(phrase: string): string {
  return phrase.replace(/[a-z]{3,5}/g, (word, at: number) =>
    isEverydayWord(word) && !/\w/.test(phrase.charAt(at - 1)) && !/\w/.test(phrase.charAt(at + word.length))
      ? ''
      : word,
  );
}
