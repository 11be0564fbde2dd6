const subjects: readonly (readonly [RegExp, string])[] = [
  [/^(?:N1[789]|I1[23])/, 'kidney'],
  [/^D(?:5|6[0-4])/, 'anemia'],
  [/^(?:J96|J80|R09\.02)/, 'respiratory'],
  [/^(?:I50|I11\.0)/, 'heart-failure'],
  [/^E(?:0[89]|1[013])/, 'diabetes'],
  [/^F3[23]/, 'depression'],
  [/^E66/, 'weight'],
  [/^E4[0-6]/, 'nutrition'],
  [/^I1[056]/, 'blood-pressure'],
  [/^J1[2-8]/, 'pneumonia'],
  [/^(?:A4[01]|R65)/, 'sepsis'],
  [/^(?:G93\.4|K76\.82|G92)/, 'encephalopathy'],
  [/^I2[12]/, 'myocardium'],
  [/^E87\.[01]/, 'sodium'],
  [/^E87\.[56]/, 'potassium'],
  [/^E87\.2/, 'acid-base'],
  [/^G4[70]\.3/, 'sleep'],
  [/^E78/, 'lipids'],
  [/^D69/, 'platelets'],
];

/** What a code is about, so that two triggers do not ask about one thing. */
export function subjectOf(code: string): string {
  return subjects.find(([codes]) => codes.test(code))?.[1] ?? code.slice(0, 3);
}
