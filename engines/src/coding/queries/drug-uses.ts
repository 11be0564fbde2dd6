import type { Subject } from './asking.ts';

/** Drugs with one or two uses, and the conditions that explain them. */
export interface DrugUse {
  /** Generic and brand names, lower case, one word each. */
  drugs: readonly string[];
  subject: string;
  explainedBy: Subject;
  options: readonly string[];
}

function use(drugs: string, subject: string, codes: RegExp, words: RegExp, ...options: string[]): DrugUse {
  return { drugs: drugs.split(' '), subject, explainedBy: { codes, words }, options };
}

/**
 * What is usually taken for one thing, by the labelled uses of the drug. Drugs of many uses say nothing about a diagnosis
 * and are not here: gabapentin, propranolol, prednisone, topiramate, valproate, amitriptyline, duloxetine, bupropion,
 * trazodone, quetiapine, SGLT2 and GLP-1 drugs, aspirin, diuretics, beta blockers, ACE inhibitors.
 */
export const drugUses: readonly DrugUse[] = [
  use(
    'levothyroxine synthroid levoxyl unithroid euthyrox liothyronine cytomel',
    'thyroid',
    /^(?:E0[0-7]|E89\.0|C73|Z85\.850|E23)/,
    /thyroid|hashimoto|graves|hypothy|goiter/i,
    'Hypothyroidism (please state the cause)',
    'Suppression after thyroid cancer',
  ),
  use(
    'insulin glargine lantus basaglar toujeo levemir detemir degludec tresiba lispro humalog aspart novolog humulin novolin metformin glucophage glipizide glimepiride glyburide sitagliptin januvia linagliptin tradjenta saxagliptin pioglitazone repaglinide',
    'diabetes',
    /^(?:E0[89]|E1[013]|O24|R73|E28\.2|P70|E74|E87\.5|E16|K85\.8|E78\.1)/,
    /diabet|\b(?:t[12]?dm|iddm|niddm|dm ?[12I]{0,2}|dka|hhs|gdm|pcos)\b|hyperglyc|prediab|polycystic|insulin resist|hyperkal|sliding scale|\bssi\b|a1c|sugar/i,
    'Type 1 diabetes mellitus',
    'Type 2 diabetes mellitus',
    'Prediabetes',
    'Hyperglycemia due to a drug or another condition (please name it)',
  ),
  use(
    'warfarin coumadin jantoven apixaban eliquis rivaroxaban xarelto dabigatran pradaxa edoxaban savaysa',
    'anticoagulation',
    /^(?:I48|I26|I27\.[28]|I82|I8[01]|Z86\.71|Z95\.[24]|D68|I74|I51\.3|I23\.6|I05|I63|I67\.6|Z86\.73|I24\.0|Z79\.01|I73|I70)/,
    /fib|flutter|\baf\b|\bdvts?\b|\bpe\b|\bvte\b|embol|thromb|clot|valve|cardioversion|prophylaxis|stroke|factor v|antiphosph|lupus anti|\bpad\b/i,
    'Atrial fibrillation or flutter (please state the type)',
    'Venous thrombosis or pulmonary embolism (please state whether current or past)',
    'A mechanical heart valve',
  ),
  use(
    'levetiracetam keppra phenytoin dilantin lacosamide vimpat zonisamide brivaracetam briviact perampanel clobazam rufinamide cenobamate phenobarbital',
    'epilepsy',
    /^(?:G40|R56|F44\.5|Z86\.69|I6[0-3]|S06|C71|C79\.3|G43|P90)/,
    /seiz|epilep|convuls|spell|status|myoclon|dyskine|\bsah\b|\btbi\b|subdural/i,
    'Epilepsy (please state the type)',
    'Prevention of seizures (please state the reason)',
  ),
  use(
    'sertraline zoloft fluoxetine prozac escitalopram lexapro citalopram celexa paroxetine paxil venlafaxine effexor desvenlafaxine pristiq vortioxetine trintellix vilazodone viibryd',
    'depression',
    /^(?:F[2-5]|N95|F84|R45|G43|O99\.34|N94\.3|Z86\.59|F0|N52|F52)/,
    /depress|anxi|mood|\b(?:ptsd|ocd|mdd|gad|pmdd|pmd)\b|panic|bipolar|hot flash|vasomotor|menopaus|premenstr|ejaculat|bulimi|binge|mental|psych|stress|adjustment/i,
    'Depressive disorder (please state episode, severity and remission)',
    'Anxiety disorder (please state the type)',
  ),
  use(
    'risperidone risperdal aripiprazole abilify ziprasidone geodon paliperidone invega clozapine clozaril lurasidone latuda haloperidol haldol olanzapine zyprexa cariprazine vraylar',
    'psychosis',
    /^(?:F[0-9]|R44|R45|G30|G10|R11|R41)/,
    /psych|schizo|bipolar|delir|agitat|depress|hallucin|autis|mood|tourette|mania|manic|nausea|aggress|dement|behavio|hiccup/i,
    'Schizophrenia or another psychotic disorder (please name it)',
    'Bipolar disorder (please state the episode)',
    'Another condition treated with it (please name it)',
  ),
  use(
    'lithium lithobid',
    'psychosis',
    /^F/,
    /bipolar|mood|mania|manic|depress|schizo|cluster|psych|batter/i,
    'Bipolar disorder (please state the episode)',
    'Depressive disorder (please state episode and severity)',
  ),
  use(
    'symbicort advair dulera breo trelegy wixela spiriva tiotropium anoro stiolto umeclidinium incruse qvar pulmicort flovent asmanex arnuity breztri',
    'airways',
    /^J(?:4[0-7]|6|8|98)/,
    /asthma|copd|emphysem|bronch|reactive airway|wheez|\brad\b|lung disease|pulmonary fibrosis/i,
    'Asthma (please state the severity)',
    'Chronic obstructive pulmonary disease',
  ),
  use(
    'atorvastatin lipitor rosuvastatin crestor simvastatin zocor pravastatin pravachol lovastatin pitavastatin livalo ezetimibe zetia evolocumab repatha alirocumab praluent',
    'lipids',
    /^(?:E78|I2[0-5]|I6[0-9]|I7[0-4]|E1[013]|Z95|Z86\.73|G45|I65|Z13\.220)/,
    /lipid|cholest|\b(?:cad|mi|tia|ascvd|pad|pvd|cva|hld|hl|cabg|nstemi|stemi|dm|t2dm|t1dm|ldl)\b|coronary|stroke|stent|diabet|carotid|atheros|vascular disease|heart attack/i,
    'Hyperlipidemia (please state the type)',
    'Prevention with atherosclerotic disease (please name it)',
    'Prevention without a lipid disorder',
  ),
  use(
    'allopurinol zyloprim febuxostat uloric',
    'uric-acid',
    /^(?:M10|M1A|E79|N20|C|Z87\.442|D4|E88\.3)/,
    /gout|uric|stone|tumor lysis|lithiasis|podagra/i,
    'Gout (please state the site and the cause)',
    'Hyperuricemia without gout',
    'Prevention of uric acid stones',
  ),
  use(
    'donepezil aricept rivastigmine exelon galantamine memantine namenda',
    'dementia',
    /^(?:F0[1-9]|G3[01]|G20|R41|Z13\.858)/,
    /dement|alzheimer|cognit|memory|lewy/i,
    'Alzheimer disease; please state the severity of the dementia',
    'Dementia of another type (please state type and severity)',
    'Mild cognitive impairment',
  ),
  use(
    'levodopa sinemet carbidopa rytary rasagiline azilect safinamide',
    'parkinson',
    /^(?:G2[0-6]|G90\.3)/,
    /parkinson|restless|\brls\b|dystoni|lewy|\bmsa\b|\bpsp\b|tremor/i,
    'Parkinson disease (please state dyskinesia and fluctuations)',
    'Parkinsonism of another cause (please name it)',
    'Restless legs syndrome',
  ),
  use(
    'methotrexate adalimumab humira etanercept enbrel infliximab remicade ustekinumab stelara secukinumab cosentyx ixekizumab taltz guselkumab tremfya risankizumab skyrizi vedolizumab entyvio tofacitinib xeljanz upadacitinib rinvoq abatacept orencia golimumab simponi certolizumab cimzia leflunomide',
    'immune',
    /^(?:M0|M1|M3|M45|M46|L4|L2|K5[01]|C|H20|D86|L73|M79|L10|L93|I77|H15|O00|O02)/,
    /arthrit|psoria|crohn|colitis|\b(?:ra|ibd|uc|ms|pmr|gvhd|sle)\b|lupus|cancer|carcinoma|leuk|lymphoma|ectopic|uveitis|spondyl|sarcoid|vasculit|hidraden|eczema|dermatitis|scleros|myosit|pemph|transplant/i,
    'Rheumatoid arthritis (please state the sites)',
    'Psoriasis or psoriatic arthritis',
    'Crohn disease or ulcerative colitis (please state site and complications)',
  ),
  use(
    'biktarvy genvoya triumeq dovato symtuza odefsey stribild cabenuva dolutegravir tivicay',
    'hiv',
    /^(?:B20|Z21|Z20\.6|Z29\.81|O98\.7|B97\.35)/,
    /\bhiv\b|\baids\b|\bprep\b|\bpep\b|exposure|retrovir/i,
    'HIV infection without symptoms',
    'HIV disease (AIDS)',
    'Prevention after or before exposure',
  ),
  use(
    'tamoxifen anastrozole arimidex letrozole femara exemestane aromasin',
    'breast',
    /^(?:C50|D05|Z85\.3|Z17|N6|Z15|Z80\.3|N97|E28|Z31|C79|Z86\.000)/,
    /breast|\b(?:dcis|lcis|idc|brca|ivf|iui|pcos)\b|cancer|carcinoma|fertil|ovulat|endometrio|gynecomast/i,
    'Breast cancer under treatment (please state site and side)',
    'Breast cancer in the past, with preventive treatment',
    'Prevention in a person at high risk',
  ),
  use(
    'alendronate fosamax risedronate actonel ibandronate boniva denosumab prolia teriparatide forteo romosozumab evenity zoledronic reclast',
    'bone',
    /^(?:M8[0-5]|M88|C|M89|E83\.52|Z79\.83|Q78)/,
    /osteop|bone|paget|fract|metast|myeloma|hypercalc|dexa/i,
    'Osteoporosis without a current fracture',
    'Osteoporosis with a current pathological fracture (please state the site)',
    'Low bone mass without osteoporosis',
  ),
  use(
    'latanoprost xalatan bimatoprost lumigan travoprost travatan dorzolamide brimonidine',
    'glaucoma',
    /^(?:H4[0-2]|L71|H05)/,
    /glaucom|ocular hypert|\biop\b|eye pressure|rosacea|eyelash|lash/i,
    'Open-angle glaucoma (please state side and stage)',
    'Ocular hypertension (please state the side)',
  ),
  use(
    'sacubitril entresto',
    'heart-failure',
    /^(?:I50|I11\.0|I13|I42|I25\.5)/,
    /heart failure|\b(?:chf|hf|hfref|hfpef)\b|cardiomyop|ejection|\bef\b/i,
    'Heart failure (please state type and acuity)',
    'Cardiomyopathy without heart failure (please state the type)',
  ),
  use(
    'amiodarone dofetilide tikosyn sotalol flecainide dronedarone multaq propafenone',
    'rhythm',
    /^I4[4-9]|^R00|^Z95\.810/,
    /fib|flutter|arrhyth|tachy|\b(?:vt|af|svt|pvcs?|paf)\b|ectopy/i,
    'Atrial fibrillation or flutter (please state the type)',
    'Ventricular tachycardia or ventricular ectopy',
    'Supraventricular tachycardia',
  ),
  use(
    'suboxone buprenorphine zubsolv sublocade',
    'opioid',
    /^(?:F11|G89|M54|Z79\.891|T40)/,
    /opioid|\b(?:oud|mat|moud)\b|heroin|fentanyl|pain|withdraw/i,
    'Opioid use disorder (please state severity and remission)',
    'Chronic pain (please state the cause)',
  ),
  use(
    'acamprosate campral disulfiram antabuse',
    'alcohol',
    /^(?:F10|K70)/,
    /alcohol|etoh|drink|\baud\b|sobri/i,
    'Alcohol use disorder (please state severity and remission)',
  ),
  use(
    'methimazole tapazole propylthiouracil',
    'thyroid',
    /^E0[0-7]/,
    /thyroid|graves|goiter|toxic nod/i,
    'Hyperthyroidism (please state the cause)',
  ),
  use(
    'tacrolimus prograf envarsus mycophenolate cellcept myfortic',
    'transplant',
    /^(?:Z94|T86|M3[0-5]|N0|G70|L[0-9]|K75|D89|M0|H20|J84)/,
    /transplant|lupus|nephrit|myasthen|eczema|dermat|vitiligo|\bgvhd\b|hepatitis|vasculit|sclero|uveitis|\bild\b|ointment|rejection/i,
    'Status after a transplant (please name the organ)',
    'An autoimmune disease (please name it)',
  ),
  use(
    'creon zenpep pancrelipase',
    'pancreas',
    /^(?:K86|E84|C25|K90|Z90\.41|K85)/,
    /pancrea|cystic fib|whipple|\bepi\b|malabsorp/i,
    'Exocrine pancreatic insufficiency (please state the cause)',
    'Chronic pancreatitis (please state the cause)',
  ),
];
