/**
 * Short visit notes of invented people, written for Superbill, with the code a coder would give. Those at even places
 * were looked at while the rules were made; those at odd places only counted.
 */
export const visitNotes: readonly { code: string; setting?: 'inpatient'; text: string }[] = [
  {
    code: '99213',
    text: `Established patient here for follow-up of hypertension.
HPI: Feels well, taking medication.
A/P: 1. Hypertension, stable. Continue lisinopril 10 mg daily. Return in 6 months.`,
  },
  {
    code: '99213',
    text: `Follow-up visit.
HPI: Hypothyroidism, no fatigue.
Assessment: Hypothyroidism, stable.
Plan: Continue levothyroxine 75 mcg daily. Recheck in one year.`,
  },
  {
    code: '99214',
    text: `Follow up.
A/P: 1. Type 2 diabetes, not at goal, A1c 8.9. Increase metformin to 1000 mg BID. 2. Hypertension, well controlled, continue amlodipine.`,
  },
  {
    code: '99214',
    text: `Established patient.
Assessment and Plan:
1. COPD with acute exacerbation - start prednisone 40 mg x5 days and azithromycin.
Return if worse.`,
  },
  {
    code: '99214',
    text: `Routine follow-up.
Assessment:
1. Hyperlipidemia, stable
2. Hypertension, at goal
Plan: Continue atorvastatin and losartan. Check lipid panel and CMP.`,
  },
  {
    code: '99214',
    text: `Returns for recheck of asthma.
A/P: Moderate persistent asthma, uncontrolled, using albuterol daily. Start Symbicort. Follow-up 4 weeks.`,
  },
  {
    code: '99212',
    text: `Established patient with insect bite on arm, no signs of infection.
A/P: Insect bite. Reassurance, ice as needed.`,
  },
  {
    code: '99212',
    text: `Follow-up. Runny nose and sore throat for 2 days, no fever.
Assessment: Common cold.
Plan: Rest and fluids, supportive care.`,
  },
  {
    code: '99213',
    text: `Established patient. Dysuria for two days, no fever or flank pain.
Results: Urinalysis positive for leukocyte esterase.
A/P: Acute cystitis. Macrobid 100 mg BID for 5 days.`,
  },
  {
    code: '99213',
    text: `Established patient. Twisted ankle yesterday.
Assessment: Right ankle sprain.
Plan: Ibuprofen 400 mg as needed, ice, elastic bandage.`,
  },
  {
    code: '99203',
    text: `New patient. Sore throat 3 days.
Rapid strep positive.
A/P: Strep pharyngitis. Amoxicillin 500 mg BID for 10 days.`,
  },
  {
    code: '99204',
    text: `New patient here to establish care.
Assessment:
1. Type 2 diabetes, stable on metformin
2. Hypertension, stable on lisinopril
Plan: Continue metformin and lisinopril. Labs: A1c, CMP, lipid panel.`,
  },
  {
    code: '99204',
    text: `New patient with migraines, worsening, four attacks a week.
A/P: Chronic migraine, uncontrolled. Start topiramate 25 mg nightly, sumatriptan 50 mg as needed.`,
  },
  {
    code: '99203',
    text: `New patient visit for acne.
A/P: Acne vulgaris, stable. Continue tretinoin cream.`,
  },
  {
    code: '99215',
    text: `Established patient. Chest pain radiating to left arm since this morning, diaphoretic.
EKG personally reviewed by me shows ST elevation in II, III, aVF.
Assessment: Acute STEMI of inferior wall.
Plan: Aspirin given. Called 911, transfer to the ED. Discussed with cardiologist on call.`,
  },
  {
    code: '99215',
    text: `Follow-up. Shortness of breath at rest, oxygen 84 %.
Assessment: Acute on chronic systolic heart failure, severe exacerbation with hypoxia.
Plan: Direct admission for IV furosemide.`,
  },
  {
    code: '99214',
    text: `Established patient. Found a lump in left breast two weeks ago.
Assessment: Left breast lump, new.
Plan: Diagnostic mammogram and ultrasound of the breast ordered. CBC, CMP. Referral to surgery.`,
  },
  {
    code: '99214',
    text: `Established patient with fever, cough, crackles on the right.
Chest x-ray: right lower lobe infiltrate.
A/P: Community-acquired pneumonia. Start doxycycline 100 mg BID. Recheck in 2 days.`,
  },
  {
    code: '99213',
    text: `Established 4 year old, history obtained from mother. Ear pain since last night.
A/P: Acute otitis media, right. Amoxicillin 90 mg/kg/day for 10 days.`,
  },
  {
    code: '99213',
    text: `Follow-up visit. Low back strain after lifting.
A/P: Lumbar strain. Cyclobenzaprine 5 mg at night, physical therapy.`,
  },
  {
    code: '99214',
    text: `Established patient. Depression follow-up, PHQ-9 18, worse than last visit, no suicidal ideation.
Assessment: Major depressive disorder, recurrent, moderate, not responding to sertraline.
Plan: Increase sertraline to 150 mg daily. Therapy referral.`,
  },
  {
    code: '99215',
    text: `Established patient with rheumatoid arthritis and a severe flare, cannot walk.
Assessment: Rheumatoid arthritis, severe exacerbation.
Plan: Continue methotrexate with CBC and LFT monitoring for toxicity. Prednisone taper.`,
  },
  {
    code: '99215',
    text: `Established patient, multiple questions about the new diagnosis.
A/P: Type 2 diabetes, stable. Continue metformin.
Total time spent on the date of the encounter: 42 minutes.`,
  },
  {
    code: '99214',
    text: `Follow-up of hypothyroidism.
Assessment: Hypothyroidism, stable. Continue levothyroxine.
I spent 32 minutes in total on the date of this encounter reviewing records, examining and counseling.`,
  },
  {
    code: '99205',
    text: `New patient, long history reviewed.
A/P: Fibromyalgia, stable. Continue duloxetine.
Total time: 65 minutes.`,
  },
  {
    code: '99204',
    text: `New patient with obesity and prediabetes.
A/P: Obesity, stable. Counseling on diet. Total time on the date of the encounter 47 minutes.`,
  },
  {
    code: '99214',
    text: `Established patient. Right knee osteoarthritis, worsening despite injections.
A/P: Severe osteoarthritis of right knee, failed conservative treatment. Decision for total knee replacement, patient agrees to surgery.`,
  },
  {
    code: '99214',
    text: `Follow up.
A/P: Type 2 diabetes, uncontrolled. Patient cannot afford insulin. Social work contacted, samples given.`,
  },
  {
    code: '99284',
    text: `Emergency Department note
Abdominal pain, right lower quadrant, for 1 day.
Results: CBC, CMP, lipase and urinalysis unremarkable. CT abdomen: no acute findings.
Assessment: Abdominal pain, cause unclear.
Plan: Ondansetron prescribed. Follow-up with PCP.`,
  },
  {
    code: '99285',
    text: `ED note
72-year-old with fever and confusion. History from daughter.
Results: lactate 4.1, CBC with WBC 22, blood cultures, urinalysis positive. Chest x-ray independently interpreted by me: no infiltrate.
Assessment: Sepsis due to urinary tract infection.
Plan: IV ceftriaxone given, admitted to ICU. Discussed with hospitalist.`,
  },
  {
    code: '99283',
    text: `Emergency Department note
Cut finger on glass, bleeding controlled.
Assessment: Laceration of left index finger.
Plan: Laceration repair with 3 sutures. Tylenol as needed.`,
  },
  {
    code: '99283',
    text: `ED note
Sore throat and fever, 2 days. Rapid strep positive.
Assessment: Streptococcal pharyngitis.
Plan: Amoxicillin prescribed, discharged home.`,
  },
  {
    code: '99223',
    setting: 'inpatient',
    text: `History and Physical
Admitted with chest pain.
Results: troponin 2.4, EKG with ST depression, CBC, BMP.
Assessment: NSTEMI.
Plan: Admit to cardiology, heparin drip, aspirin, cardiac catheterization tomorrow.`,
  },
  {
    code: '99222',
    setting: 'inpatient',
    text: `H&P
Admission for observation of cellulitis after failing oral antibiotics, with fever and tachycardia.
Results: CBC, BMP, blood cultures pending.
Assessment: Cellulitis of left leg with systemic symptoms.
Plan: IV cefazolin.`,
  },
  {
    code: '99232',
    setting: 'inpatient',
    text: `Progress note, hospital day 3
Assessment:
1. COPD exacerbation, improving
2. Hypertension, stable
Plan: Continue prednisone and nebulizers, continue amlodipine. CBC and BMP reviewed.`,
  },
  {
    code: '99231',
    setting: 'inpatient',
    text: `Progress note
Assessment: Acute cystitis, improving.
Plan: Rest and fluids. Continue observation.`,
  },
  {
    code: '99214',
    text: `Established patient. Palpitations and dizziness.
Reviewed cardiology consult note. Results: EKG normal sinus rhythm, TSH 2.1, BMP normal.
Assessment: Atrial fibrillation, paroxysmal, stable.
Plan: Continue apixaban and metoprolol.`,
  },
  {
    code: '99213',
    text: `Established patient with a rash on both hands.
Assessment: Contact dermatitis.
Plan: Triamcinolone cream twice daily.`,
  },
  {
    code: '99214',
    text: `Follow-up.
Assessment: 1. GERD, stable. 2. Osteoarthritis of the hands, stable.
Plan: Continue pantoprazole. Meloxicam 15 mg daily.`,
  },
  {
    code: '99213',
    text: `Established patient. Chronic allergic rhinitis, doing well.
Assessment: Allergic rhinitis, stable.
Plan: Flonase over the counter, refill montelukast.`,
  },
  {
    code: '99212',
    text: `Established patient. Ear feels full.
Assessment: Cerumen impaction, left.
Plan: Reassurance. No treatment needed today.`,
  },
  {
    code: '99213',
    text: `Established patient. Two warts on the hand and athlete's foot.
Assessment: 1. Wart of finger. 2. Tinea pedis.
Plan: Clotrimazole cream over the counter.`,
  },
  {
    code: '99214',
    text: `Established patient. Syncope yesterday while standing.
Results: EKG reviewed. CBC, BMP ordered.
Assessment: Syncope, etiology unclear.
Plan: Echocardiogram and Holter monitor ordered.`,
  },
  {
    code: '99214',
    text: `Follow up of bipolar disorder.
Assessment: Bipolar I disorder, stable. Chronic kidney disease stage 3a, stable.
Plan: Continue lithium. No changes.`,
  },
];

/** Untidier notes with things that must not count; all of them were looked at. */
export const untidyVisitNotes: typeof visitNotes = [
  {
    code: '99214',
    text: `Patient: J. Doe   DOB: 1/1/1960   DOS: 3/2/2026
CC: f/u DM, HTN
HPI: 66 y/o male returns for follow-up of diabetes. He denies chest pain. Last A1c 7.0 in June. Mother had colon cancer. Had EKG in 2019.
PMH: CAD, s/p CABG, asthma
Meds: metformin, lisinopril, atorvastatin
ROS: negative
PE: unremarkable
Labs today: A1c 7.1, CMP wnl
A/P:
1. T2DM - controlled, continue metformin
2. HTN - at goal, continue lisinopril
RTC 3 months. Go to ED if chest pain.`,
  },
  {
    code: '99213',
    text: `S: 34 yo F presents with nasal congestion, facial pressure x 10 days. Established pt.
O: T 98.9, sinus tenderness.
A: Acute maxillary sinusitis
P: Augmentin 875 mg BID x 7 days. Return if no improvement. If worsens may need CT.`,
  },
  {
    code: '99212',
    text: `S: 8 yo established pt here with mom for rash from poison ivy on arms, mild itching
A: Poison ivy dermatitis, mild
P: Cool compresses, reassurance. No steroids needed.`,
  },
  {
    code: '99204',
    text: `New patient evaluation. 58M referred for knee pain.
Imaging: X-ray left knee personally reviewed: tricompartmental arthritis.
Assessment: Primary osteoarthritis of left knee, progressively worsening despite PT and NSAIDs.
Plan: Discussed options. Knee injection performed with Kenalog 40 mg. Follow up 6 weeks.`,
  },
  {
    code: '99215',
    text: `Established patient. 70F with CHF presenting with increased dyspnea, weight up 10 lb. 
Reviewed hospital discharge summary. Labs: BNP 1200, BMP with creatinine 1.8. CXR reviewed independently - pulmonary edema.
A/P: Acute on chronic HFrEF, decompensated, severe. Considered admission; patient elects outpatient management. Increase furosemide to 80 mg BID. Discussed case with Dr. Lee, cardiology.`,
  },
  {
    code: '99213',
    text: `Established patient seen today for medication refill. No complaints.
A/P: Anxiety, stable on sertraline, refill sent.
Time: 15 minutes.`,
  },
  {
    code: '99214',
    text: `Follow up visit.
A/P: Rheumatoid arthritis, stable on methotrexate. Check CBC, CMP, LFTs for methotrexate toxicity monitoring. Hypertension, stable, continue losartan.`,
  },
  {
    code: '99283',
    text: `ED Provider Note
CC: cough
9-year-old with cough 3 days. History per mother.
CXR: no pneumonia.
MDM: Viral bronchitis. No antibiotics indicated. Albuterol inhaler prescribed. No need for admission. Return to ED if worse.
Impression: Acute bronchitis`,
  },
  {
    code: '99285',
    text: `Emergency Department
CC: SOB
MDM: 45M with pleuritic chest pain. D-dimer elevated. CT angiogram shows PE. Troponin negative. EKG interpreted by me, sinus tach. Started heparin drip. Discussed with hospitalist Dr. Ray who accepts admission.
Impression: Acute pulmonary embolism
Disposition: Admit to telemetry`,
  },
  {
    code: '99202',
    text: `New patient with a mosquito bite that itches.
A: Insect bite.
P: Ice. Reassurance.`,
  },
  {
    code: '99214',
    text: `Established. c/o headaches, new, waking from sleep, for 3 weeks.
A: New onset headache, concern for mass lesion
P: MRI brain with contrast ordered. Start amitriptyline 10 mg nightly.`,
  },
  {
    code: '99213',
    text: `F/U UTI. Symptoms resolved after Bactrim. UA today negative.
A/P: Urinary tract infection, resolved. Hypertension stable; continue HCTZ.`,
  },
  {
    code: '99214',
    text: `Pt here for f/u depression and insomnia.
Depression - stable on Lexapro, continue.
Insomnia - stable, continue trazodone 50 mg.`,
  },
  {
    code: '99213',
    text: `Est pt. Sprained R wrist falling. X-ray R wrist negative for fracture.
A/P: R wrist sprain. Splint, ibuprofen 600 mg TID prn.`,
  },
  {
    code: '99214',
    text: `Established pt
HPI: 5 mo old with fever 102, decreased intake. Hx from mother. 
A/P: Bronchiolitis with dehydration. RSV test positive. Albuterol neb given in office. Discussed ED precautions.`,
  },
  {
    code: '99203',
    text: `New pt, establish care. Hypothyroid on Synthroid, TSH 2.3 reviewed.
A/P: Hypothyroidism - stable, continue Synthroid 50 mcg.`,
  },
  {
    code: '99214',
    text: `Established patient. Total time 33 min including chart review, exam and documentation.
A/P: Tension headache. OTC acetaminophen.`,
  },
  {
    code: '99215',
    text: `Established patient with metastatic lung cancer. 
A/P: Stage IV lung adenocarcinoma, progressing on chemotherapy. Discussed goals of care; patient elects DNR and hospice referral.`,
  },
];
