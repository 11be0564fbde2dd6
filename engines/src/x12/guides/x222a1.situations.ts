/** Taxonomy codes of those who are providers of health care by law, and so have an NPI: 45 CFR 160.103. */
const healthCare = '10*,11*,12*,13*,15*,16*,20*,22*,23*,26*,27*,28*,29*,33*,36*';

/** Signs that a claim is for transport by ambulance, beside its description in CR1. */
const byAmbulance =
  'CLM05-1=41,42|2400/SV101-2=A0*,S0207,S0208,T2*|2310E|2310F|2400/2420G|2400/2420H|CRC*07|2400/CRC*07';
const atLineByAmbulance = '^2300/CLM05-1=41,42|SV101-2=A0*,S0207,S0208,T2*|2420G|2420H|CRC*07|^2300/CR1';

/**
 * What the guide for professional claims asks for under a condition that the file itself shows, beside what
 * all claims have in common. Source: 005010X222A1.
 */
export const situationsOfProfessional = `
2000A PRV03=${healthCare} & !2010AA/NM108 needs 2010AA/NM109 ; a provider of health care has an NPI [billing-npi]
2000B HL04=1 & !SBR02=18 bars PAT ; a patient who is not the subscriber has a level of his own [patient-condition]
2320 SBR01=A,B,C,D,E,F,G,H,S,T & SBR09=MA,MB needs SBR05 ; it says why Medicare is not the first payer [insurance-type]
2300 CLM05-1=21,51,61|2400/SV105=21,51,61|DTP*096 needs DTP*435 ; a visit to an inpatient says when the patient was admitted [admission-date]
2300 CR208=A,M & ^2000B/SBR09=MA,MB needs DTP*453 ; spinal manipulation in an acute condition says for Medicare when that showed [acute-manifestation]
2300 CLM05-1=41,42|CRC*07|2400/CRC*07 needs CR1 or 2400/CR1 ; transport by ambulance is described [ambulance]
2300 CLM05-1=41,42|CR1 & ${byAmbulance} needs 2310E or 2400/2420G ; transport by ambulance says where it began [ambulance-pick-up]
2300 CLM05-1=41,42|CR1 & ${byAmbulance} needs 2310F or 2400/2420H ; transport by ambulance says where it ended [ambulance-drop-off]
2300 CLM05-1=41,42|CR1 & ${byAmbulance} bars 2310C ; transport by ambulance has a beginning and an end in place of a facility [ambulance-facility]
2300 CR1 & !${byAmbulance} bars CR1 ; nothing else of the claim tells of transport by ambulance [ambulance]
2400 CR1 & SV101-2 & !${atLineByAmbulance} bars CR1 ; the line is for no transport by ambulance [ambulance]
2400 QTY*PT & SV101-2 & !${atLineByAmbulance} bars QTY*PT ; the line is for no transport by ambulance [ambulance-patients]
2400 PWK*CT.02=AD|2440/LQ01=UT needs CR3 ; a certificate of medical necessity is sent with the line [equipment-certificate]
2400 CR3 needs DTP*463, DTP*461 ; a certificate of medical necessity is sent with the line [certificate-dates]
2400 CR301=R,S needs DTP*607 ; a certificate that was renewed or revised says when [certificate-dates]
2400 CR301=I bars DTP*607 ; a first certificate was neither renewed nor revised [certificate-dates]
2400 CR3 & 2420E needs 2420E/N3, 2420E/N4, 2420E/PER ; the provider who ordered with a certificate can be reached [ordering-provider]
2400 PS1 & !SV101-2=V2* needs 2420B ; a purchased service names the provider it was bought from [purchased-service]
2400 QTY*PT.02=0,1 & ${atLineByAmbulance} bars QTY*PT ; only an ambulance with several patients counts them [ambulance-patients]
2400 2410/REF*XZ needs DTP*471 ; a drug with a prescription number says when it was prescribed [prescription-date]`;
