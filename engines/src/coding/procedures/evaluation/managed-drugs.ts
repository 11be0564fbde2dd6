/** Drugs by the names and endings that clinicians write. Written for Superbill from general knowledge. */

const prescription =
  `metformin insulin lantus humalog novolog ozempic semaglutide trulicity jardiance farxiga januvia
glipizide glimepiride actos warfarin coumadin eliquis xarelto apixaban rivaroxaban plavix clopidogrel heparin lovenox
amoxicillin augmentin keflex bactrim macrobid doxycycline cipro levaquin zpak z-pak azithromycin omnicef cefdinir flagyl
clindamycin rocephin penicillin acyclovir valtrex valacyclovir tamiflu paxlovid diflucan fluconazole nystatin
prednisone medrol methylprednisolone dexamethasone decadron prednisolone kenalog depo-medrol triamcinolone mupirocin
albuterol symbicort advair breo trelegy spiriva duoneb singulair montelukast
lisinopril losartan valsartan amlodipine norvasc hctz hydrochlorothiazide chlorthalidone metoprolol carvedilol atenolol
lasix furosemide spironolactone torsemide entresto hydralazine clonidine diltiazem digoxin amiodarone
atorvastatin lipitor crestor rosuvastatin simvastatin pravastatin zetia
levothyroxine synthroid methimazole
zoloft sertraline lexapro escitalopram prozac fluoxetine celexa citalopram paxil effexor venlafaxine cymbalta duloxetine
wellbutrin bupropion trazodone remeron mirtazapine buspar buspirone xanax ativan klonopin valium lorazepam clonazepam
seroquel abilify risperdal zyprexa lamictal lithium depakote clozapine adderall vyvanse ritalin concerta strattera
gabapentin neurontin lyrica pregabalin topamax topiramate keppra imitrex sumatriptan rizatriptan propranolol flexeril
cyclobenzaprine tizanidine robaxin baclofen meloxicam mobic celebrex diclofenac voltaren toradol ketorolac tramadol
norco percocet oxycodone hydrocodone morphine suboxone naltrexone buprenorphine
pantoprazole protonix zofran ondansetron promethazine reglan carafate bentyl
allopurinol colchicine methotrexate humira enbrel plaquenil hydroxychloroquine
flomax tamsulosin finasteride oxybutynin sildenafil estradiol progesterone depo-provera testosterone
finerenone fosamax alendronate prolia tretinoin accutane isotretinoin clobetasol
chantix varenicline wegovy zepbound phentermine epipen
amitriptyline nortriptyline benzonatate meclizine hydroxyzine nitrofurantoin cephalexin tiotropium ipratropium ranolazine
isosorbide nitroglycerin glyburide phenazopyridine levetiracetam carbamazepine lamotrigine divalproex quetiapine olanzapine
risperidone haloperidol methylphenidate amphetamine donepezil memantine ropinirole levodopa sinemet mesalamine budesonide
dicyclomine metoclopramide prochlorperazine azathioprine tacrolimus bumetanide prazosin doxazosin terazosin vyzulta latanoprost
timolol raloxifene letrozole tamoxifen anastrozole nuvaring mirena ocp ocps`.split(/\s+/);

const overTheCounter =
  `ibuprofen advil motrin tylenol acetaminophen aleve naproxen aspirin claritin loratadine zyrtec cetirizine allegra
fexofenadine benadryl diphenhydramine mucinex guaifenesin robitussin delsym dextromethorphan sudafed pseudoephedrine
flonase nasacort afrin tums antacid antacids maalox pepcid famotidine prilosec omeprazole miralax colace senna imodium
melatonin hydrocortisone calamine neosporin bacitracin debrox lozenges otc over-the-counter decongestant antihistamine
vitamin multivitamin probiotic probiotics monistat lotrimin clotrimazole miconazole esomeprazole nexium lansoprazole prevacid permethrin zinc`.split(
    /\s+/,
  );

/** Endings of generic names of prescription drugs. */
const endings =
  /^[a-z]{3,}(?:pril|sartan|olol|statin|cillin|mycin|floxacin|cycline|gliptin|gliflozin|glutide|triptan|oxetine|azepam|zolam|olone|asone|dipine|lukast|mab|nib|vir|azole|setron|parin|xaban|thiazide|terol)$/;
/** Words with such an ending that are no drugs. */
const notDrugs = new Set(['environmental', 'cholesterol', 'ergosterol', 'control']);

const prescribed = new Set(prescription);
const bought = new Set(overTheCounter);

/** What a word is as a drug: wanting a prescription, sold over the counter, or none. */
export function drugKind(word: string): 'prescription' | 'over-the-counter' | undefined {
  const low = word.toLowerCase();
  if (prescribed.has(low)) return 'prescription';
  if (bought.has(low)) return 'over-the-counter';
  return endings.test(low) && !notDrugs.has(low) ? 'prescription' : undefined;
}

/** Strengths of drugs sold over the counter that want a prescription. */
export const prescriptionStrength =
  /\b(?:ibuprofen (?:600|800)|naproxen (?:375|500)|famotidine 40|omeprazole 40|hydrocortisone 2\.5)\b/i;
