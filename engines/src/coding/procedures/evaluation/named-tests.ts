/**
 * Tests by the names clinicians write, one canonical name for each: a panel is one test, and ordering and reviewing it
 * is one too. Source: CPT E/M guidelines, "analyzed" and "unique test".
 */
const table = `
CBC = cbc, complete blood count, hemogram, cbc w/ diff, wbc, hemoglobin, hgb, hematocrit, platelets, platelet count
CMP = cmp, comprehensive metabolic panel, chem 14
BMP = bmp, basic metabolic panel, chem 7, electrolytes, potassium, sodium level, creatinine, bun, egfr
Lipid panel = lipid panel, lipids, fasting lipids, cholesterol panel, ldl
TSH = tsh, thyroid function tests, tfts, free t4
A1c = a1c, hba1c, hemoglobin a1c, hgb a1c
Liver panel = lfts, liver function tests, hepatic panel, hepatic function panel, liver enzymes
Urinalysis = ua, urinalysis, urine dip, urine dipstick, dipstick
Urine culture = urine culture, ucx
Urine albumin = microalbumin, urine albumin, urine microalbumin, uacr, acr
Blood culture = blood cultures, blood culture
Strep test = rapid strep, strep test, strep swab, rapid strep test, strep screen
Throat culture = throat culture
Influenza test = rapid flu, flu test, influenza test, flu swab
COVID test = covid test, covid swab, covid-19 test, covid pcr, covid antigen, sars-cov-2 test
RSV test = rsv test, rsv swab
Pregnancy test = pregnancy test, hcg, beta hcg, urine pregnancy test, upt
Troponin = troponin, troponins, serial troponins
BNP = bnp, nt-probnp, probnp
D-dimer = d-dimer, d dimer
Lactate = lactate, lactic acid
Lipase = lipase
INR = inr, pt/inr, prothrombin time
PSA = psa
ESR = esr, sed rate
CRP = crp, c-reactive protein
ANA = ana
Rheumatoid factor = rheumatoid factor, anti-ccp
Uric acid = uric acid
Iron studies = iron studies, ferritin, iron panel, tibc
B12 level = b12 level, vitamin b12 level, serum b12
Vitamin D level = vitamin d level, 25-oh vitamin d, vit d level
Magnesium level = magnesium level, serum magnesium
Lithium level = lithium level
Drug level = drug level, trough, digoxin level, vancomycin level
Drug screen = urine drug screen, uds, drug screen
STI tests = gc/chlamydia, gonorrhea and chlamydia, chlamydia test, sti panel, std panel, sti screen
HIV test = hiv test, hiv screen
Hepatitis panel = hepatitis panel, hepatitis c antibody, hcv antibody
Mono test = monospot, mono test
Stool test = stool culture, stool studies, c diff, fit test, fobt, stool test, fecal occult
H. pylori test = h. pylori test, h pylori breath test, h pylori stool antigen
Blood gas = abg, vbg, blood gas
EKG = ekg, ecg, electrocardiogram, 12-lead
Echocardiogram = echo, echocardiogram, tte
Stress test = stress test, nuclear stress, stress echo
Holter monitor = holter, holter monitor, event monitor, zio patch
Chest X-ray = cxr, chest x-ray, chest xray, chest radiograph, chest film
X-ray = x-ray, xray, x-rays, xrays, radiograph, radiographs, plain films, kub
CT = ct, ct scan, cta, cat scan
MRI = mri, mra
Ultrasound = ultrasound, us abdomen, sonogram, doppler, duplex, venous doppler
Mammogram = mammogram, mammography
Bone density = dexa, dxa, bone density
PFT = pft, pfts, pulmonary function test, pulmonary function tests, spirometry
Sleep study = sleep study, polysomnogram, home sleep test
EEG = eeg
Nerve conduction study = emg, nerve conduction study, nerve conduction studies, ncs
Pathology = biopsy results, pathology report, pathology
Pap test = pap, pap smear
Allergy test = allergy testing, allergy test
PET = pet scan, pet/ct
Wound culture = wound culture
Cortisol = cortisol
`;

const canonical = new Map<string, string>();
for (const line of table.trim().split('\n')) {
  const [name = '', words = ''] = line.split(' = ');
  for (const word of words.split(', ')) canonical.set(word, name);
}

const asPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '[ -]');
const sorted = [...canonical.keys()].sort((a, b) => b.length - a.length);

/** One expression for all names, the longest first; it has no repetition, so it cannot backtrack. */
export const testNames = new RegExp(`(?<![\\w-])(?:${sorted.map(asPattern).join('|')})(?![\\w-])`, 'gi');

/** Imaging of another place is another test: `CT head`, `x-ray of the left ankle`. */
const sited = new Set(['X-ray', 'CT', 'MRI', 'Ultrasound', 'PET']);
const site =
  /\b(?:head|brain|neck|chest|abdomen|abd|pelvis|pelvic|spine|cervical|thoracic|lumbar|l-?spine|c-?spine|knee|ankle|foot|hand|wrist|elbow|shoulder|hip|leg|arm|femur|tibia|renal|kidneys?|thyroid|liver|ruq|gallbladder|breast|sinus(?:es)?|lung|heart|carotid|lower extremity|toe|finger|ribs?)\b/i;

/** The test that a name means; with the site behind it, else before it, where it is a picture. */
export function testNamed(said: string, before: string, after: string): string {
  const name =
    canonical.get(said.toLowerCase().replaceAll('-', ' ')) ?? canonical.get(said.toLowerCase()) ?? said;
  if (!sited.has(name)) return name;
  const own = after.split(/,| and |;/)[0] ?? '';
  const ahead = before.split(/,| and |;/).at(-1) ?? '';
  const place = (site.exec(own) ?? site.exec(ahead))?.[0]?.toLowerCase();
  if (name === 'X-ray' && place === 'chest') return 'Chest X-ray';
  return place ? `${name} ${place}` : name;
}
