// Made from the guides by `npm run x12:types`. Do not edit.
import type { LoopExtras, OtherTransaction, TransactionHead } from './transaction-head.ts';
import type { TreeObject } from './tree.ts';

/** procedure (C003) */
export interface Procedure {
  /** C003-1 */ qualifier: string;
  /** C003-2 */ code: string;
  /** C003-3 */ modifiers?: string[];
  /** C003-7 */ description?: string;
  /** C003-8 */ lastCode?: string;
}

/** facility (C023) */
export interface Facility {
  /** C023-1 */ code: string;
  /** C023-2 */ qualifier: string;
  /** C023-3 */ frequency?: string;
}

/** related causes (C024) */
export interface RelatedCauses {
  /** C024-1 */ causes: string[];
  /** C024-4 */ state?: string;
  /** C024-5 */ country?: string;
}

/** element position (C030) */
export interface ElementPosition {
  /** C030-1 */ element: string;
  /** C030-2 */ component?: string;
  /** C030-3 */ repetition?: string;
}

/** medicare status (C052) */
export interface MedicareStatus {
  /** C052-1 */ plan: string;
  /** C052-2 */ reasons?: string[];
}

/** measure unit (C001) */
export interface MeasureUnit {
  /** C001-1 */ parts: { unit: string }[];
}

/** diagnosis pointers (C004) */
export interface DiagnosisPointers {
  /** C004-1 */ pointers: string[];
}

/** beginning (BHT) */
export interface Beginning {
  /** BHT01 */ structure: string;
  /** BHT02 */ purpose: string;
  /** BHT03 */ reference?: string;
  /** BHT04 */ date: string;
  /** BHT05 */ time: string;
  /** BHT06 */ type?: string;
}

/** contact (PER) */
export interface Contact {
  /** PER01 */ function: string;
  /** PER02 */ name?: string;
  /** PER03 */ numbers?: { qualifier?: string; number?: string }[];
}

/** submitter */
export interface Submitter837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** PER*IC */ contacts: Contact[];
}

/** receiver */
export interface Receiver837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** specialty (PRV) */
export interface Specialty {
  /** PRV01 */ role: string;
  /** PRV02 */ qualifier?: string;
  /** PRV03 */ code?: string;
}

/** currency (CUR) */
export interface Currency {
  /** CUR01 */ entity: string;
  /** CUR02 */ code: string;
}

/** address (N3) */
export interface Address {
  /** N301 */ line1: string;
  /** N302 */ line2?: string;
}

/** locality (N4) */
export interface Locality {
  /** N401 */ city: string;
  /** N402 */ state?: string;
  /** N403 */ zip?: string;
  /** N404 */ country?: string;
  /** N405 */ locationQualifier?: string;
  /** N406 */ location?: string;
  /** N407 */ subdivision?: string;
}

/** reference (REF) */
export interface Reference {
  /** REF01 */ qualifier: string;
  /** REF02 */ id: string;
  /** REF03 */ description?: string;
  /** REF04 */ related?: RelatedReference;
}

/** related reference (C040) */
export interface RelatedReference {
  /** C040-1 */ qualifier: string;
  /** C040-2 */ id: string;
  /** C040-3 */ secondQualifier?: string;
  /** C040-4 */ secondId?: string;
}

/** billing provider */
export interface BillingProvider837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** REF*EI,SY */ taxNumber: Reference;
  /** REF*0B,1G */ licenses?: Reference[];
  /** PER*IC */ contacts?: Contact[];
}

/** pay-to address */
export interface PayToAddress extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
}

/** pay-to plan */
export interface PayToPlan extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** REF*2U,FY,NF */ secondaryNumber?: Reference;
  /** REF*EI */ taxNumber: Reference;
}

/** coverage (SBR) */
export interface Coverage {
  /** SBR01 */ sequence: string;
  /** SBR02 */ relationship?: string;
  /** SBR03 */ groupNumber?: string;
  /** SBR04 */ groupName?: string;
  /** SBR05 */ insuranceType?: string;
  /** SBR09 */ filing?: string;
}

/** patient (PAT) */
export interface Patient {
  /** PAT01 */ relationship?: string;
  /** PAT05 */ dateFormat?: string;
  /** PAT06 */ deathDate?: string;
  /** PAT07 */ weightUnit?: string;
  /** PAT08 */ weight?: string;
  /** PAT09 */ pregnant?: string;
}

/** demographics (DMG) */
export interface Demographics {
  /** DMG01 */ dateFormat?: string;
  /** DMG02 */ birthDate?: string;
  /** DMG03 */ sex?: string;
  /** DMG04 */ maritalStatus?: string;
  /** DMG05 */ races?: Race[];
  /** DMG06 */ citizenship?: string;
  /** DMG10 */ codeList?: string;
  /** DMG11 */ code?: string;
}

/** race (C056) */
export interface Race {
  /** C056-1 */ race?: string;
  /** C056-2 */ codeList?: string;
  /** C056-3 */ code?: string;
}

/** subscriber */
export interface Subscriber837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DMG */ demographics?: Demographics;
  /** REF*SY */ socialSecurityNumber?: Reference;
  /** REF*Y4 */ propertyAndCasualtyClaimNumber?: Reference;
  /** PER*IC */ contact?: Contact;
}

/** payer */
export interface Payer837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** REF */ secondaryNumbers?: Reference[];
  /** REF*G2,LU */ billingProviderNumbers?: Reference[];
}

/** date (DTP) */
export interface DateDTP {
  /** DTP01 */ qualifier: string;
  /** DTP02 */ dateFormat: string;
  /** DTP03 */ date: string;
}

/** supplement (PWK) */
export interface Supplement {
  /** PWK01 */ report: string;
  /** PWK02 */ transmission: string;
  /** PWK05 */ idQualifier?: string;
  /** PWK06 */ id?: string;
  /** PWK07 */ description?: string;
}

/** contract (CN1) */
export interface Contract {
  /** CN101 */ type: string;
  /** CN102 */ amount?: string;
  /** CN103 */ percent?: string;
  /** CN104 */ code?: string;
  /** CN105 */ discountPercent?: string;
  /** CN106 */ version?: string;
}

/** amount (AMT) */
export interface Amount {
  /** AMT01 */ qualifier: string;
  /** AMT02 */ amount: string;
}

/** file information (K3) */
export interface FileInformation {
  /** K301 */ text: string;
}

/** note (NTE) */
export interface Note {
  /** NTE01 */ category: string;
  /** NTE02 */ text: string;
}

/** ambulance transport (CR1) */
export interface AmbulanceTransport {
  /** CR101 */ weightUnit?: string;
  /** CR102 */ weight?: string;
  /** CR103 */ transport?: string;
  /** CR104 */ reason?: string;
  /** CR105 */ distanceUnit?: string;
  /** CR106 */ distance?: string;
  /** CR109 */ roundTripPurpose?: string;
  /** CR110 */ stretcherPurpose?: string;
}

/** spinal manipulation (CR2) */
export interface SpinalManipulation {
  /** CR201 */ treatment?: string;
  /** CR202 */ treatments?: string;
  /** CR203 */ from?: string;
  /** CR204 */ to?: string;
  /** CR208 */ condition?: string;
  /** CR209 */ isComplicated?: string;
  /** CR210 */ description?: string;
  /** CR211 */ furtherDescription?: string;
  /** CR212 */ hasXRays?: string;
}

/** condition (CRC) */
export interface Condition {
  /** CRC01 */ category: string;
  /** CRC02 */ response: string;
  /** CRC03 */ conditions: string[];
}

/** code set (HI) */
export interface CodeSet {
  /** HI01 */ codes: IndustryCode[];
}

/** industry code (C022) */
export interface IndustryCode {
  /** C022-1 */ qualifier: string;
  /** C022-2 */ code: string;
  /** C022-3 */ dateFormat?: string;
  /** C022-4 */ date?: string;
  /** C022-5 */ amount?: string;
  /** C022-9 */ presentOnAdmission?: string;
}

/** repricing (HCP) */
export interface Repricing {
  /** HCP01 */ method: string;
  /** HCP02 */ allowed: string;
  /** HCP03 */ saved?: string;
  /** HCP04 */ organization?: string;
  /** HCP05 */ rate?: string;
  /** HCP06 */ groupCode?: string;
  /** HCP07 */ groupAmount?: string;
  /** HCP08 */ revenueCode?: string;
  /** HCP09 */ procedureQualifier?: string;
  /** HCP10 */ procedure?: string;
  /** HCP11 */ unit?: string;
  /** HCP12 */ quantity?: string;
  /** HCP13 */ rejection?: string;
  /** HCP14 */ compliance?: string;
  /** HCP15 */ exception?: string;
}

/** referring provider */
export interface ReferringProvider837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF*0B,1G,G2 */ secondaryNumbers?: Reference[];
}

/** rendering provider */
export interface RenderingProvider837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PRV*PE */ specialty?: Specialty;
  /** REF */ secondaryNumbers?: Reference[];
}

/** service facility */
export interface ServiceFacility837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** REF*0B,G2,LU */ secondaryNumbers?: Reference[];
  /** PER*IC */ contact?: Contact;
}

/** supervising provider */
export interface SupervisingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ secondaryNumbers?: Reference[];
}

/** ambulance pick-up */
export interface AmbulancePickUp extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
}

/** ambulance drop-off */
export interface AmbulanceDropOff extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
}

/** adjustment (CAS) */
export interface Adjustment {
  /** CAS01 */ group: string;
  /** CAS02 */ adjustments: { reason: string; amount: string; quantity?: string }[];
}

/** coverage information (OI) */
export interface CoverageInformation {
  /** OI03 */ benefitsAssigned: string;
  /** OI04 */ patientSignature?: string;
  /** OI06 */ release: string;
}

/** outpatient adjudication (MOA) */
export interface OutpatientAdjudication {
  /** MOA01 */ reimbursementRate?: string;
  /** MOA02 */ payable?: string;
  /** MOA03 */ remarks?: string[];
  /** MOA08 */ endStageRenal?: string;
  /** MOA09 */ professionalComponent?: string;
}

/** other subscriber */
export interface OtherSubscriber837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** REF*SY */ socialSecurityNumber?: Reference;
}

/** other payer */
export interface OtherPayer837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DTP*573 */ decisionDate?: DateDTP;
  /** REF */ secondaryNumbers?: Reference[];
  /** REF*G1 */ authorizationNumber?: Reference;
  /** REF*9F */ referralNumber?: Reference;
  /** REF*T4 */ adjustmentIndicator?: Reference;
  /** REF*F8 */ claimControlNumber?: Reference;
}

/** other payer referring provider */
export interface OtherPayerReferringProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF*0B,1G,G2 */ secondaryNumbers: Reference[];
}

/** other payer rendering provider */
export interface OtherPayerRenderingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF */ secondaryNumbers: Reference[];
}

/** other payer service facility */
export interface OtherPayerServiceFacility extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF*0B,G2,LU */ secondaryNumbers: Reference[];
}

/** other payer supervising provider */
export interface OtherPayerSupervisingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF */ secondaryNumbers: Reference[];
}

/** other payer billing provider */
export interface OtherPayerBillingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF*G2,LU */ secondaryNumbers: Reference[];
}

/** other coverage */
export interface OtherCoverage837P extends LoopExtras {
  /** SBR01 */ sequence: string;
  /** SBR02 */ relationship: string;
  /** SBR03 */ groupNumber?: string;
  /** SBR04 */ groupName?: string;
  /** SBR05 */ insuranceType?: string;
  /** SBR09 */ filing?: string;
  /** CAS */ adjustments?: Adjustment[];
  /** AMT*D */ payerPaidAmount?: Amount;
  /** AMT*A8 */ notCoveredAmount?: Amount;
  /** AMT*EAF */ remainingPatientLiability?: Amount;
  /** OI */ assignmentAndRelease: CoverageInformation;
  /** MOA */ outpatientDecision?: OutpatientAdjudication;
  /** loop 2330A */ otherSubscriber: OtherSubscriber837P;
  /** loop 2330B */ otherPayer: OtherPayer837P;
  /** loop 2330C */ otherPayerReferringProviders?: OtherPayerReferringProvider[];
  /** loop 2330D */ otherPayerRenderingProvider?: OtherPayerRenderingProvider;
  /** loop 2330E */ otherPayerServiceFacility?: OtherPayerServiceFacility;
  /** loop 2330F */ otherPayerSupervisingProvider?: OtherPayerSupervisingProvider;
  /** loop 2330G */ otherPayerBillingProvider?: OtherPayerBillingProvider;
}

/** professional service (SV1) */
export interface ProfessionalService {
  /** SV101 */ procedure: Procedure;
  /** SV102 */ charge?: string;
  /** SV103 */ unit?: string;
  /** SV104 */ quantity?: string;
  /** SV105 */ placeOfService?: string;
  /** SV107 */ pointers?: DiagnosisPointers;
  /** SV109 */ emergency?: string;
  /** SV111 */ epsdt?: string;
  /** SV112 */ familyPlanning?: string;
  /** SV115 */ copay?: string;
  /** SV120 */ levelOfCare?: string;
}

/** equipment (SV5) */
export interface Equipment {
  /** SV501 */ procedure: Procedure;
  /** SV502 */ unit: string;
  /** SV503 */ quantity: string;
  /** SV504 */ rental: string;
  /** SV505 */ purchase: string;
  /** SV506 */ frequency: string;
}

/** equipment certification (CR3) */
export interface EquipmentCertification {
  /** CR301 */ certification: string;
  /** CR302 */ unit: string;
  /** CR303 */ duration: string;
}

/** quantity (QTY) */
export interface Quantity {
  /** QTY01 */ qualifier: string;
  /** QTY02 */ quantity: string;
}

/** measurement (MEA) */
export interface Measurement {
  /** MEA01 */ reference: string;
  /** MEA02 */ qualifier: string;
  /** MEA03 */ value: string;
}

/** purchased service (PS1) */
export interface PurchasedService {
  /** PS101 */ provider: string;
  /** PS102 */ charge: string;
}

/** quantity (CTP) */
export interface QuantityCTP {
  /** CTP04 */ quantity: string;
  /** CTP05 */ unit: MeasureUnit;
}

/** drug */
export interface Drug extends LoopExtras {
  /** LIN02 */ products: { qualifier: string; id: string }[];
  /** CTP */ quantity: QuantityCTP;
  /** REF*VY,XZ */ prescriptionNumber?: Reference;
}

/** purchased service provider */
export interface PurchasedServiceProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF*0B,1G,G2 */ secondaryNumbers?: Reference[];
}

/** service facility */
export interface ServiceFacility2420C extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** REF*G2,LU */ secondaryNumbers?: Reference[];
}

/** ordering provider */
export interface OrderingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** REF*0B,1G,G2 */ secondaryNumbers?: Reference[];
  /** PER*IC */ contact?: Contact;
}

/** decision of another payer */
export interface DecisionOfAnotherPayer837P extends LoopExtras {
  /** SVD01 */ payer: string;
  /** SVD02 */ paid: string;
  /** SVD03 */ procedure: Procedure;
  /** SVD05 */ quantity: string;
  /** SVD06 */ bundledLine?: string;
  /** CAS */ adjustments?: Adjustment[];
  /** DTP*573 */ decisionDate: DateDTP;
  /** AMT*EAF */ remainingPatientLiability?: Amount;
}

/** answer (FRM) */
export interface Answer {
  /** FRM01 */ question: string;
  /** FRM02 */ response?: string;
  /** FRM03 */ text?: string;
  /** FRM04 */ date?: string;
  /** FRM05 */ percent?: string;
}

/** form */
export interface Form extends LoopExtras {
  /** LQ01 */ codeList: string;
  /** LQ02 */ code: string;
  /** FRM */ answers: Answer[];
}

/** service line */
export interface ServiceLine837P extends LoopExtras {
  /** LX01 */ number?: string;
  /** SV1 */ service: ProfessionalService;
  /** SV5 */ equipment?: Equipment;
  /** PWK */ attachments?: Supplement[];
  /** PWK */ certificateOfMedicalNecessity?: Supplement;
  /** CR1 */ ambulanceTransport?: AmbulanceTransport;
  /** CR3 */ equipmentCertification?: EquipmentCertification;
  /** CRC*07 */ ambulanceCertifications?: Condition[];
  /** CRC*70 */ hospiceEmployee?: Condition;
  /** CRC*09 */ equipmentCondition?: Condition;
  /** DTP*472 */ serviceDate: DateDTP;
  /** DTP*471 */ prescription?: DateDTP;
  /** DTP*607 */ recertification?: DateDTP;
  /** DTP*463 */ beginTherapy?: DateDTP;
  /** DTP*461 */ lastCertification?: DateDTP;
  /** DTP*304 */ lastSeen?: DateDTP;
  /** DTP*738,739 */ tests?: DateDTP[];
  /** DTP*011 */ shipped?: DateDTP;
  /** DTP*455 */ lastXRay?: DateDTP;
  /** DTP*454 */ initialTreatment?: DateDTP;
  /** QTY*PT */ ambulancePatients?: Quantity;
  /** QTY*FL */ obstetricUnits?: Quantity;
  /** MEA */ testResults?: Measurement[];
  /** CN1 */ contract?: Contract;
  /** REF*9B */ repricedLineNumber?: Reference;
  /** REF*9D */ adjustedRepricedLineNumber?: Reference;
  /** REF*G1 */ authorizationNumbers?: Reference[];
  /** REF*6R */ lineControlNumber?: Reference;
  /** REF*EW */ mammographyCertificate?: Reference;
  /** REF*X4 */ cliaNumber?: Reference;
  /** REF*F4 */ referringCliaNumber?: Reference;
  /** REF*BT */ immunizationBatchNumber?: Reference;
  /** REF*9F */ referralNumbers?: Reference[];
  /** AMT*T */ salesTax?: Amount;
  /** AMT*F4 */ postage?: Amount;
  /** K3 */ fileInformation?: FileInformation[];
  /** NTE*ADD,DCP */ note?: Note;
  /** NTE*TPO */ thirdPartyNote?: Note;
  /** PS1 */ purchasedService?: PurchasedService;
  /** HCP */ repricing?: Repricing;
  /** loop 2410 */ drug?: Drug;
  /** loop 2420A */ renderingProvider?: RenderingProvider837P;
  /** loop 2420B */ purchasedServiceProvider?: PurchasedServiceProvider;
  /** loop 2420C */ serviceFacility?: ServiceFacility2420C;
  /** loop 2420D */ supervisingProvider?: SupervisingProvider;
  /** loop 2420E */ orderingProvider?: OrderingProvider;
  /** loop 2420F */ referringProviders?: ReferringProvider837P[];
  /** loop 2420G */ ambulancePickUp?: AmbulancePickUp;
  /** loop 2420H */ ambulanceDropOff?: AmbulanceDropOff;
  /** loop 2430 */ decisionsOfAnotherPayer?: DecisionOfAnotherPayer837P[];
  /** loop 2440 */ forms?: Form[];
}

/** claim */
export interface Claim837P extends LoopExtras {
  /** CLM01 */ controlNumber: string;
  /** CLM02 */ charge: string;
  /** CLM05 */ facility: Facility;
  /** CLM06 */ providerSignature: string;
  /** CLM07 */ assignment: string;
  /** CLM08 */ benefitsAssigned: string;
  /** CLM09 */ release: string;
  /** CLM10 */ patientSignature?: string;
  /** CLM11 */ relatedCauses?: RelatedCauses;
  /** CLM12 */ specialProgram?: string;
  /** CLM20 */ delayReason?: string;
  /** DTP*431 */ onsetOfIllness?: DateDTP;
  /** DTP*454 */ initialTreatment?: DateDTP;
  /** DTP*304 */ lastSeen?: DateDTP;
  /** DTP*453 */ acuteManifestation?: DateDTP;
  /** DTP*439 */ accident?: DateDTP;
  /** DTP*484 */ lastMenstrualPeriod?: DateDTP;
  /** DTP*455 */ lastXRay?: DateDTP;
  /** DTP*471 */ hearingAndVisionPrescription?: DateDTP;
  /** DTP*314,360,361 */ disability?: DateDTP;
  /** DTP*297 */ lastWorked?: DateDTP;
  /** DTP*296 */ returnToWork?: DateDTP;
  /** DTP*435 */ admission?: DateDTP;
  /** DTP*096 */ discharge?: DateDTP;
  /** DTP*090,091 */ assumedOrRelinquishedCare?: DateDTP[];
  /** DTP*444 */ firstContact?: DateDTP;
  /** DTP*050 */ receivedByRepricer?: DateDTP;
  /** PWK */ attachments?: Supplement[];
  /** CN1 */ contract?: Contract;
  /** AMT*F5 */ patientPaidAmount?: Amount;
  /** REF*9F */ referralNumber?: Reference;
  /** REF*4N */ reasonForMissingAuthorization?: Reference;
  /** REF*G1 */ authorizationNumber?: Reference;
  /** REF*F8 */ payerControlNumber?: Reference;
  /** REF*9A */ repricedClaimNumber?: Reference;
  /** REF*9C */ adjustedRepricedClaimNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** REF*F5 */ medicareCrossover?: Reference;
  /** REF*EW */ mammographyCertificate?: Reference;
  /** REF*X4 */ cliaNumber?: Reference;
  /** REF*LX */ deviceExemptionNumber?: Reference;
  /** REF*EA */ medicalRecordNumber?: Reference;
  /** REF*P4 */ demonstrationProject?: Reference;
  /** REF*1J */ carePlanOversight?: Reference;
  /** K3 */ fileInformation?: FileInformation[];
  /** NTE */ note?: Note;
  /** CR1 */ ambulanceTransport?: AmbulanceTransport;
  /** CR2 */ spinalManipulation?: SpinalManipulation;
  /** CRC*07 */ ambulanceCertifications?: Condition[];
  /** CRC*E1,E2,E3 */ visions?: Condition[];
  /** CRC*75 */ homebound?: Condition;
  /** CRC*ZZ */ epsdtReferral?: Condition;
  /** HI*ABK,BK */ diagnoses: CodeSet;
  /** HI*BP */ anesthesiaProcedures?: CodeSet;
  /** HI*BG */ conditionCodes?: CodeSet[];
  /** HCP */ repricing?: Repricing;
  /** loop 2310A */ referringProviders?: ReferringProvider837P[];
  /** loop 2310B */ renderingProvider?: RenderingProvider837P;
  /** loop 2310C */ serviceFacility?: ServiceFacility837P;
  /** loop 2310D */ supervisingProvider?: SupervisingProvider;
  /** loop 2310E */ ambulancePickUp?: AmbulancePickUp;
  /** loop 2310F */ ambulanceDropOff?: AmbulanceDropOff;
  /** loop 2320 */ otherCoverages?: OtherCoverage837P[];
  /** loop 2400 */ serviceLines: ServiceLine837P[];
}

/** patient */
export interface Patient837P extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** DMG */ demographics: Demographics;
  /** REF*Y4 */ propertyAndCasualtyClaimNumber?: Reference;
  /** REF*1W,SY */ patientNumber?: Reference;
  /** PER*IC */ contact?: Contact;
}

/** patient level */
export interface PatientLevel837P extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** PAT */ patientCondition: Patient;
  /** loop 2010CA */ patient: Patient837P;
  /** loop 2300 */ claims: Claim837P[];
}

/** subscriber level */
export interface SubscriberLevel837P extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** SBR */ coverage: Coverage;
  /** PAT */ patientCondition?: Patient;
  /** loop 2010BA */ subscriber: Subscriber837P;
  /** loop 2010BB */ payer: Payer837P;
  /** loop 2300 */ claims?: Claim837P[];
  /** loop 2000C */ patientLevels?: PatientLevel837P[];
}

/** billing provider level */
export interface BillingProviderLevel837P extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** PRV*BI */ specialty?: Specialty;
  /** CUR */ currency?: Currency;
  /** loop 2010AA */ billingProvider: BillingProvider837P;
  /** loop 2010AB */ payToAddress?: PayToAddress;
  /** loop 2010AC */ payToPlan?: PayToPlan;
  /** loop 2000B */ subscriberLevels: SubscriberLevel837P[];
}

/** trailer (SE) */
export interface Trailer {
  /** SE01 */ segmentCount: string;
  /** SE02 */ control: string;
}

/** 837P, 005010X222A1 */
export interface ProfessionalClaims837P extends TransactionHead {
  type: '837P';
  /** BHT */ beginning: Beginning;
  /** loop 1000A */ submitter: Submitter837P;
  /** loop 1000B */ receiver: Receiver837P;
  /** loop 2000A */ billingProviderLevels: BillingProviderLevel837P[];
}

/** billing provider */
export interface BillingProvider837I extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** REF*EI */ taxNumber: Reference;
  /** PER*IC */ contacts?: Contact[];
}

/** subscriber */
export interface Subscriber837I extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DMG */ demographics?: Demographics;
  /** REF*SY */ socialSecurityNumber?: Reference;
  /** REF*Y4 */ propertyAndCasualtyClaimNumber?: Reference;
}

/** payer */
export interface Payer837I extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** REF */ secondaryNumbers?: Reference[];
  /** REF*G2,LU */ billingProviderNumber?: Reference;
}

/** admission (CL1) */
export interface Admission {
  /** CL101 */ type?: string;
  /** CL102 */ source?: string;
  /** CL103 */ patientStatus?: string;
  /** CL104 */ residency?: string;
}

/** attending provider */
export interface AttendingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PRV*AT */ specialty?: Specialty;
  /** REF */ secondaryNumbers?: Reference[];
}

/** operating physician */
export interface OperatingPhysician extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ secondaryNumbers?: Reference[];
}

/** other operating physician */
export interface OtherOperatingPhysician extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ secondaryNumbers?: Reference[];
}

/** rendering provider */
export interface RenderingProvider837I extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ secondaryNumbers?: Reference[];
}

/** inpatient adjudication (MIA) */
export interface InpatientAdjudication {
  /** MIA01 */ coveredDays: string;
  /** MIA02 */ outlier?: string;
  /** MIA03 */ psychiatricDays?: string;
  /** MIA04 */ drg?: string;
  /** MIA05 */ remark?: string;
  /** MIA06 */ disproportionateShare?: string;
  /** MIA07 */ passThrough?: string;
  /** MIA08 */ capital?: string;
  /** MIA09 */ capitalFederalDrg?: string;
  /** MIA10 */ capitalHospitalDrg?: string;
  /** MIA11 */ capitalDisproportionateShare?: string;
  /** MIA12 */ oldCapital?: string;
  /** MIA13 */ capitalMedicalEducation?: string;
  /** MIA14 */ hospitalDrg?: string;
  /** MIA15 */ costReportDays?: string;
  /** MIA16 */ federalDrg?: string;
  /** MIA17 */ capitalOutlier?: string;
  /** MIA18 */ indirectTeaching?: string;
  /** MIA19 */ professionalComponent?: string;
  /** MIA20 */ remarks?: string[];
  /** MIA24 */ capitalException?: string;
}

/** other subscriber */
export interface OtherSubscriber837I extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** REF*SY */ socialSecurityNumbers?: Reference[];
}

/** other payer attending provider */
export interface OtherPayerAttendingProvider extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF */ secondaryNumbers: Reference[];
}

/** other payer operating physician */
export interface OtherPayerOperatingPhysician extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF */ secondaryNumbers: Reference[];
}

/** other payer other operating physician */
export interface OtherPayerOtherOperatingPhysician extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF */ secondaryNumbers: Reference[];
}

/** other coverage */
export interface OtherCoverage837I extends LoopExtras {
  /** SBR01 */ sequence: string;
  /** SBR02 */ relationship: string;
  /** SBR03 */ groupNumber?: string;
  /** SBR04 */ groupName?: string;
  /** SBR09 */ filing?: string;
  /** CAS */ adjustments?: Adjustment[];
  /** AMT*D */ payerPaidAmount?: Amount;
  /** AMT*A8 */ notCoveredAmount?: Amount;
  /** AMT*EAF */ remainingPatientLiability?: Amount;
  /** OI */ assignmentAndRelease: CoverageInformation;
  /** MIA */ inpatientDecision?: InpatientAdjudication;
  /** MOA */ outpatientDecision?: OutpatientAdjudication;
  /** loop 2330A */ otherSubscriber: OtherSubscriber837I;
  /** loop 2330B */ otherPayer: OtherPayer837P;
  /** loop 2330C */ otherPayerAttendingProvider?: OtherPayerAttendingProvider;
  /** loop 2330D */ otherPayerOperatingPhysician?: OtherPayerOperatingPhysician;
  /** loop 2330E */ otherPayerOtherOperatingPhysician?: OtherPayerOtherOperatingPhysician;
  /** loop 2330F */ otherPayerServiceFacility?: OtherPayerServiceFacility;
  /** loop 2330G */ otherPayerRenderingProvider?: OtherPayerRenderingProvider;
  /** loop 2330H */ otherPayerReferringProvider?: OtherPayerReferringProvider;
  /** loop 2330I */ otherPayerBillingProvider?: OtherPayerBillingProvider;
}

/** institutional service (SV2) */
export interface InstitutionalService {
  /** SV201 */ revenueCode?: string;
  /** SV202 */ procedure?: Procedure;
  /** SV203 */ charge?: string;
  /** SV204 */ unit?: string;
  /** SV205 */ quantity?: string;
  /** SV206 */ rate?: string;
  /** SV207 */ nonCovered?: string;
  /** SV209 */ residency?: string;
  /** SV210 */ levelOfCare?: string;
}

/** decision of another payer */
export interface DecisionOfAnotherPayer837I extends LoopExtras {
  /** SVD01 */ payer: string;
  /** SVD02 */ paid: string;
  /** SVD03 */ procedure?: Procedure;
  /** SVD04 */ revenueCode: string;
  /** SVD05 */ quantity: string;
  /** SVD06 */ bundledLine?: string;
  /** CAS */ adjustments?: Adjustment[];
  /** DTP*573 */ decisionDate: DateDTP;
  /** AMT*EAF */ remainingPatientLiability?: Amount;
}

/** service line */
export interface ServiceLine837I extends LoopExtras {
  /** LX01 */ number?: string;
  /** SV2 */ service: InstitutionalService;
  /** PWK */ attachments?: Supplement[];
  /** DTP*472 */ serviceDate?: DateDTP;
  /** REF*6R */ lineControlNumber?: Reference;
  /** REF*9B */ repricedLineNumber?: Reference;
  /** REF*9D */ adjustedRepricedLineNumber?: Reference;
  /** AMT*GT */ serviceTax?: Amount;
  /** AMT*N8 */ facilityTax?: Amount;
  /** NTE*TPO */ thirdPartyNote?: Note;
  /** HCP */ repricing?: Repricing;
  /** loop 2410 */ drug?: Drug;
  /** loop 2420A */ operatingPhysician?: OperatingPhysician;
  /** loop 2420B */ otherOperatingPhysician?: OtherOperatingPhysician;
  /** loop 2420C */ renderingProvider?: RenderingProvider837I;
  /** loop 2420D */ referringProvider?: ReferringProvider837P;
  /** loop 2430 */ decisionsOfAnotherPayer?: DecisionOfAnotherPayer837I[];
}

/** claim */
export interface Claim837I extends LoopExtras {
  /** CLM01 */ controlNumber: string;
  /** CLM02 */ charge: string;
  /** CLM05 */ facility: Facility;
  /** CLM06 */ providerSignature?: string;
  /** CLM07 */ assignment: string;
  /** CLM08 */ benefitsAssigned: string;
  /** CLM09 */ release: string;
  /** CLM20 */ delayReason?: string;
  /** DTP*096 */ dischargeHour?: DateDTP;
  /** DTP*434 */ statementPeriod: DateDTP;
  /** DTP*435 */ admission?: DateDTP;
  /** DTP*050 */ receivedByRepricer?: DateDTP;
  /** CL1 */ admissionAndDischarge: Admission;
  /** PWK */ attachments?: Supplement[];
  /** CN1 */ contract?: Contract;
  /** AMT*F3 */ estimatedAmountDue?: Amount;
  /** REF*9F */ referralNumber?: Reference;
  /** REF*4N */ reasonForMissingAuthorization?: Reference;
  /** REF*G1 */ authorizationNumber?: Reference;
  /** REF*F8 */ payerControlNumber?: Reference;
  /** REF*9A */ repricedClaimNumber?: Reference;
  /** REF*9C */ adjustedRepricedClaimNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** REF*LX */ deviceExemptionNumbers?: Reference[];
  /** REF*LU */ autoAccidentState?: Reference;
  /** REF*EA */ medicalRecordNumber?: Reference;
  /** REF*P4 */ demonstrationProject?: Reference;
  /** REF*G4 */ peerReviewApprovalNumber?: Reference;
  /** K3 */ fileInformation?: FileInformation[];
  /** NTE */ notes?: Note[];
  /** NTE*ADD */ billingNote?: Note;
  /** CRC*ZZ */ epsdtReferral?: Condition;
  /** HI*ABK,BK */ principalDiagnosis: CodeSet;
  /** HI*ABJ,BJ */ admittingDiagnosis?: CodeSet;
  /** HI*APR,PR */ reasonsForVisit?: CodeSet;
  /** HI*ABN,BN */ externalCauses?: CodeSet;
  /** HI*DR */ diagnosisRelatedGroup?: CodeSet;
  /** HI*ABF,BF */ otherDiagnoses?: CodeSet[];
  /** HI*BBR,BR,CAH */ principalProcedure?: CodeSet;
  /** HI*BBQ,BQ */ otherProcedures?: CodeSet[];
  /** HI*BI */ occurrenceSpans?: CodeSet[];
  /** HI*BH */ occurrences?: CodeSet[];
  /** HI*BE */ valueCodes?: CodeSet[];
  /** HI*BG */ conditionCodes?: CodeSet[];
  /** HI*TC */ treatmentCodes?: CodeSet[];
  /** HCP */ repricing?: Repricing;
  /** loop 2310A */ attendingProvider?: AttendingProvider;
  /** loop 2310B */ operatingPhysician?: OperatingPhysician;
  /** loop 2310C */ otherOperatingPhysician?: OtherOperatingPhysician;
  /** loop 2310D */ renderingProvider?: RenderingProvider837I;
  /** loop 2310E */ serviceFacility?: ServiceFacility2420C;
  /** loop 2310F */ referringProvider?: ReferringProvider837P;
  /** loop 2320 */ otherCoverages?: OtherCoverage837I[];
  /** loop 2400 */ serviceLines: ServiceLine837I[];
}

/** patient */
export interface Patient837I extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** DMG */ demographics: Demographics;
  /** REF*Y4 */ propertyAndCasualtyClaimNumber?: Reference;
  /** REF*1W,SY */ patientNumber?: Reference;
}

/** patient level */
export interface PatientLevel837I extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** PAT */ patientRelationship: Patient;
  /** loop 2010CA */ patient: Patient837I;
  /** loop 2300 */ claims: Claim837I[];
}

/** subscriber level */
export interface SubscriberLevel837I extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** SBR */ coverage: Coverage;
  /** loop 2010BA */ subscriber: Subscriber837I;
  /** loop 2010BB */ payer: Payer837I;
  /** loop 2300 */ claims?: Claim837I[];
  /** loop 2000C */ patientLevels?: PatientLevel837I[];
}

/** billing provider level */
export interface BillingProviderLevel837I extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** PRV*BI */ specialty?: Specialty;
  /** CUR */ currency?: Currency;
  /** loop 2010AA */ billingProvider: BillingProvider837I;
  /** loop 2010AB */ payToAddress?: PayToAddress;
  /** loop 2010AC */ payToPlan?: PayToPlan;
  /** loop 2000B */ subscriberLevels: SubscriberLevel837I[];
}

/** 837I, 005010X223A2 */
export interface InstitutionalClaims837I extends TransactionHead {
  type: '837I';
  /** BHT */ beginning: Beginning;
  /** loop 1000A */ submitter: Submitter837P;
  /** loop 1000B */ receiver: Receiver837P;
  /** loop 2000A */ billingProviderLevels: BillingProviderLevel837I[];
}

/** orthodontics (DN1) */
export interface Orthodontics {
  /** DN101 */ totalMonths?: string;
  /** DN102 */ remainingMonths?: string;
  /** DN104 */ description?: string;
}

/** tooth (DN2) */
export interface Tooth {
  /** DN201 */ number: string;
  /** DN202 */ status: string;
  /** DN206 */ codeList?: string;
}

/** referring provider */
export interface ReferringProvider837D extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PRV*RF */ specialty?: Specialty;
  /** REF*0B,1G,G2 */ secondaryNumbers?: Reference[];
}

/** assistant surgeon */
export interface AssistantSurgeon extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PRV*AS */ specialty?: Specialty;
  /** REF */ secondaryNumbers?: Reference[];
}

/** other payer */
export interface OtherPayer837D extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DTP*573 */ decisionDate?: DateDTP;
  /** REF */ secondaryNumbers?: Reference[];
  /** REF*G1 */ authorizationNumber?: Reference;
  /** REF*9F */ referralNumber?: Reference;
  /** REF*T4 */ adjustmentIndicator?: Reference;
  /** REF*F8 */ claimControlNumber?: Reference;
  /** REF*G3 */ predeterminationNumber?: Reference;
}

/** other payer assistant surgeon */
export interface OtherPayerAssistantSurgeon extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** REF */ secondaryNumbers: Reference[];
}

/** other coverage */
export interface OtherCoverage837D extends LoopExtras {
  /** SBR01 */ sequence: string;
  /** SBR02 */ relationship: string;
  /** SBR03 */ groupNumber?: string;
  /** SBR04 */ groupName?: string;
  /** SBR05 */ insuranceType?: string;
  /** SBR09 */ filing?: string;
  /** CAS */ adjustments?: Adjustment[];
  /** AMT*D */ payerPaidAmount?: Amount;
  /** AMT*A8 */ notCoveredAmount?: Amount;
  /** AMT*EAF */ remainingPatientLiability?: Amount;
  /** OI */ assignmentAndRelease: CoverageInformation;
  /** MOA */ outpatientDecision?: OutpatientAdjudication;
  /** loop 2330A */ otherSubscriber: OtherSubscriber837I;
  /** loop 2330B */ otherPayer: OtherPayer837D;
  /** loop 2330C */ otherPayerReferringProviders?: OtherPayerReferringProvider[];
  /** loop 2330D */ otherPayerRenderingProvider?: OtherPayerRenderingProvider;
  /** loop 2330E */ otherPayerSupervisingProvider?: OtherPayerSupervisingProvider;
  /** loop 2330F */ otherPayerBillingProvider?: OtherPayerBillingProvider;
  /** loop 2330G */ otherPayerServiceFacility?: OtherPayerServiceFacility;
  /** loop 2330H */ otherPayerAssistantSurgeon?: OtherPayerAssistantSurgeon;
}

/** dental service (SV3) */
export interface DentalService {
  /** SV301 */ procedure: Procedure;
  /** SV302 */ charge?: string;
  /** SV303 */ placeOfService?: string;
  /** SV304 */ oralCavity?: OralCavity;
  /** SV305 */ prosthesis?: string;
  /** SV306 */ quantity?: string;
  /** SV307 */ description?: string;
  /** SV311 */ pointers?: DiagnosisPointers;
}

/** oral cavity (C006) */
export interface OralCavity {
  /** C006-1 */ areas: string[];
}

/** tooth (TOO) */
export interface ToothTOO {
  /** TOO01 */ codeList: string;
  /** TOO02 */ code: string;
  /** TOO03 */ surfaces?: ToothSurfaces;
}

/** tooth surfaces (C005) */
export interface ToothSurfaces {
  /** C005-1 */ surfaces: string[];
}

/** service line */
export interface ServiceLine837D extends LoopExtras {
  /** LX01 */ number?: string;
  /** SV3 */ service: DentalService;
  /** TOO */ tooths?: ToothTOO[];
  /** DTP*472 */ serviceDate?: DateDTP;
  /** DTP*441 */ priorPlacement?: DateDTP;
  /** DTP*452 */ appliancePlacement?: DateDTP;
  /** DTP*446 */ replacement?: DateDTP;
  /** DTP*196 */ treatmentStart?: DateDTP;
  /** DTP*198 */ treatmentCompletion?: DateDTP;
  /** CN1 */ contract?: Contract;
  /** REF*G3 */ predeterminationNumbers?: Reference[];
  /** REF*G1 */ authorizationNumbers?: Reference[];
  /** REF*6R */ lineControlNumber?: Reference;
  /** REF*9A */ repricedClaimNumber?: Reference;
  /** REF*9C */ adjustedRepricedClaimNumber?: Reference;
  /** REF*9F */ referralNumbers?: Reference[];
  /** AMT*T */ salesTax?: Amount;
  /** K3 */ fileInformation?: FileInformation[];
  /** HCP */ repricing?: Repricing;
  /** loop 2420A */ renderingProvider?: RenderingProvider837P;
  /** loop 2420B */ assistantSurgeon?: AssistantSurgeon;
  /** loop 2420C */ supervisingProvider?: SupervisingProvider;
  /** loop 2420D */ serviceFacility?: ServiceFacility2420C;
  /** loop 2430 */ decisionsOfAnotherPayer?: DecisionOfAnotherPayer837P[];
}

/** claim */
export interface Claim837D extends LoopExtras {
  /** CLM01 */ controlNumber: string;
  /** CLM02 */ charge: string;
  /** CLM05 */ facility: Facility;
  /** CLM06 */ providerSignature: string;
  /** CLM07 */ assignment: string;
  /** CLM08 */ benefitsAssigned: string;
  /** CLM09 */ release: string;
  /** CLM11 */ relatedCauses?: RelatedCauses;
  /** CLM12 */ specialProgram?: string;
  /** CLM19 */ submissionReason?: string;
  /** CLM20 */ delayReason?: string;
  /** DTP*439 */ accident?: DateDTP;
  /** DTP*452 */ appliancePlacement?: DateDTP;
  /** DTP*472 */ serviceDate?: DateDTP;
  /** DTP*050 */ receivedByRepricer?: DateDTP;
  /** DN1 */ orthodonticTreatment?: Orthodontics;
  /** DN2 */ toothStatuses?: Tooth[];
  /** PWK */ attachments?: Supplement[];
  /** CN1 */ contract?: Contract;
  /** AMT*F5 */ patientPaidAmount?: Amount;
  /** REF*9F */ referralNumber?: Reference;
  /** REF*4N */ reasonForMissingAuthorization?: Reference;
  /** REF*G1 */ authorizationNumber?: Reference;
  /** REF*F8 */ payerControlNumber?: Reference;
  /** REF*9A */ repricedClaimNumber?: Reference;
  /** REF*9C */ adjustedRepricedClaimNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** REF*G3 */ predeterminationNumber?: Reference;
  /** K3 */ fileInformation?: FileInformation[];
  /** NTE*ADD */ notes?: Note[];
  /** HI*ABK,BK,TQ */ diagnoses?: CodeSet;
  /** HCP */ repricing?: Repricing;
  /** loop 2310A */ referringProviders?: ReferringProvider837D[];
  /** loop 2310B */ renderingProvider?: RenderingProvider837P;
  /** loop 2310C */ serviceFacility?: ServiceFacility2420C;
  /** loop 2310D */ assistantSurgeon?: AssistantSurgeon;
  /** loop 2310E */ supervisingProvider?: SupervisingProvider;
  /** loop 2320 */ otherCoverages?: OtherCoverage837D[];
  /** loop 2400 */ serviceLines: ServiceLine837D[];
}

/** patient level */
export interface PatientLevel837D extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** PAT */ patientRelationship: Patient;
  /** loop 2010CA */ patient: Patient837I;
  /** loop 2300 */ claims: Claim837D[];
}

/** subscriber level */
export interface SubscriberLevel837D extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** SBR */ coverage: Coverage;
  /** loop 2010BA */ subscriber: Subscriber837I;
  /** loop 2010BB */ payer: Payer837I;
  /** loop 2300 */ claims?: Claim837D[];
  /** loop 2000C */ patientLevels?: PatientLevel837D[];
}

/** billing provider level */
export interface BillingProviderLevel837D extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** PRV*BI */ specialty?: Specialty;
  /** CUR */ currency?: Currency;
  /** loop 2010AA */ billingProvider: BillingProvider837P;
  /** loop 2010AB */ payToAddress?: PayToAddress;
  /** loop 2010AC */ payToPlan?: PayToPlan;
  /** loop 2000B */ subscriberLevels: SubscriberLevel837D[];
}

/** 837D, 005010X224A2 */
export interface DentalClaims837D extends TransactionHead {
  type: '837D';
  /** BHT */ beginning: Beginning;
  /** loop 1000A */ submitter: Submitter837P;
  /** loop 1000B */ receiver: Receiver837P;
  /** loop 2000A */ billingProviderLevels: BillingProviderLevel837D[];
}

/** payment (BPR) */
export interface Payment {
  /** BPR01 */ handling: string;
  /** BPR02 */ amount: string;
  /** BPR03 */ creditOrDebit: string;
  /** BPR04 */ method: string;
  /** BPR05 */ format?: string;
  /** BPR06 */ senderBankQualifier?: string;
  /** BPR07 */ senderBank?: string;
  /** BPR08 */ senderAccountQualifier?: string;
  /** BPR09 */ senderAccount?: string;
  /** BPR10 */ originator?: string;
  /** BPR11 */ originatorSupplement?: string;
  /** BPR12 */ receiverBankQualifier?: string;
  /** BPR13 */ receiverBank?: string;
  /** BPR14 */ receiverAccountQualifier?: string;
  /** BPR15 */ receiverAccount?: string;
  /** BPR16 */ date: string;
}

/** trace (TRN) */
export interface Trace {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** TRN03 */ originator?: string;
  /** TRN04 */ division?: string;
}

/** date (DTM) */
export interface DateDTM {
  /** DTM01 */ qualifier: string;
  /** DTM02 */ date?: string;
  /** DTM05 */ dateFormat?: string;
  /** DTM06 */ period?: string;
}

/** payer */
export interface Payer835 extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name: string;
  /** N103 */ idQualifier?: string;
  /** N104 */ id?: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
  /** REF */ furtherPayerNumbers?: Reference[];
  /** PER*CX */ businessContact?: Contact;
  /** PER*BL */ technicalContacts?: Contact[];
  /** PER*IC */ webSite?: Contact;
}

/** remittance delivery (RDM) */
export interface RemittanceDelivery {
  /** RDM01 */ transmission: string;
  /** RDM02 */ name?: string;
  /** RDM03 */ number?: string;
}

/** payee */
export interface Payee extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name: string;
  /** N103 */ idQualifier?: string;
  /** N104 */ id?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** REF */ furtherPayeeNumbers?: Reference[];
  /** RDM */ deliveryOfRemittance?: RemittanceDelivery;
}

/** provider summary (TS3) */
export interface ProviderSummary {
  /** TS301 */ provider: string;
  /** TS302 */ facilityType: string;
  /** TS303 */ fiscalDate: string;
  /** TS304 */ claims: string;
  /** TS305 */ charge: string;
  /** TS306 */ covered?: string;
  /** TS307 */ nonCovered?: string;
  /** TS308 */ denied?: string;
  /** TS309 */ providerPayment?: string;
  /** TS310 */ interest?: string;
  /** TS311 */ contractual?: string;
  /** TS312 */ grammRudman?: string;
  /** TS313 */ primaryPayer?: string;
  /** TS314 */ bloodDeductible?: string;
  /** TS315 */ nonLab?: string;
  /** TS316 */ coinsurance?: string;
  /** TS317 */ hcpcsReportable?: string;
  /** TS318 */ hcpcsPayable?: string;
  /** TS319 */ deductible?: string;
  /** TS320 */ professionalComponent?: string;
  /** TS321 */ patientLiability?: string;
  /** TS322 */ patientReimbursement?: string;
  /** TS323 */ pipClaims?: string;
  /** TS324 */ pipAdjustment?: string;
}

/** inpatient summary (TS2) */
export interface InpatientSummary {
  /** TS201 */ drg?: string;
  /** TS202 */ federalDrg?: string;
  /** TS203 */ hospitalDrg?: string;
  /** TS204 */ disproportionateShare?: string;
  /** TS205 */ capital?: string;
  /** TS206 */ medicalEducation?: string;
  /** TS207 */ outlierDays?: string;
  /** TS208 */ dayOutlier?: string;
  /** TS209 */ costOutlier?: string;
  /** TS210 */ averageStay?: string;
  /** TS211 */ discharges?: string;
  /** TS212 */ costReportDays?: string;
  /** TS213 */ coveredDays?: string;
  /** TS214 */ nonCoveredDays?: string;
  /** TS215 */ passThrough?: string;
  /** TS216 */ averageWeight?: string;
  /** TS217 */ capitalFederalDrg?: string;
  /** TS218 */ capitalHospitalDrg?: string;
  /** TS219 */ drgDisproportionateShare?: string;
}

/** name (NM1) */
export interface Name {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** NM110 */ entityRelationship?: string;
}

/** code (LQ) */
export interface Code {
  /** LQ01 */ codeList: string;
  /** LQ02 */ code: string;
}

/** service line */
export interface ServiceLine835 extends LoopExtras {
  /** SVC01 */ procedure: Procedure;
  /** SVC02 */ charge: string;
  /** SVC03 */ paid: string;
  /** SVC04 */ revenueCode?: string;
  /** SVC05 */ quantity?: string;
  /** SVC06 */ submittedProcedure?: Procedure;
  /** SVC07 */ submittedQuantity?: string;
  /** DTM*150,151,472 */ serviceDates?: DateDTM[];
  /** CAS */ lineAdjustments?: Adjustment[];
  /** REF */ lineReferences?: Reference[];
  /** REF*6R */ lineControlNumber?: Reference;
  /** REF */ lineRenderingProviderNumbers?: Reference[];
  /** REF*0K */ policyNumbers?: Reference[];
  /** AMT */ lineAmounts?: Amount[];
  /** QTY */ lineQuantities?: Quantity[];
  /** LQ*HE,RX */ remarks?: Code[];
}

/** claim */
export interface Claim835 extends LoopExtras {
  /** CLP01 */ controlNumber: string;
  /** CLP02 */ status: string;
  /** CLP03 */ charge: string;
  /** CLP04 */ paid: string;
  /** CLP05 */ patientResponsibility?: string;
  /** CLP06 */ filing: string;
  /** CLP07 */ payerControlNumber: string;
  /** CLP08 */ facilityType?: string;
  /** CLP09 */ frequency?: string;
  /** CLP11 */ drg?: string;
  /** CLP12 */ drgWeight?: string;
  /** CLP13 */ dischargeFraction?: string;
  /** CAS */ claimAdjustments?: Adjustment[];
  /** NM1*QC */ patient: Name;
  /** NM1*IL */ subscriber?: Name;
  /** NM1*74 */ correctedPatient?: Name;
  /** NM1*82 */ renderingProvider?: Name;
  /** NM1*TT */ crossoverPayer?: Name;
  /** NM1*PR */ priorityPayer?: Name;
  /** NM1*GB */ otherSubscriber?: Name;
  /** MIA */ inpatientAdjudication?: InpatientAdjudication;
  /** MOA */ outpatientAdjudication?: OutpatientAdjudication;
  /** REF */ claimReferences?: Reference[];
  /** REF */ renderingProviderNumbers?: Reference[];
  /** DTM*232,233 */ statementDates?: DateDTM[];
  /** DTM*036 */ coverageExpiration?: DateDTM;
  /** DTM*050 */ claimReceived?: DateDTM;
  /** PER*CX */ claimContacts?: Contact[];
  /** AMT */ claimAmounts?: Amount[];
  /** QTY */ claimQuantities?: Quantity[];
  /** loop 2110 */ serviceLines?: ServiceLine835[];
}

/** claim group */
export interface ClaimGroup extends LoopExtras {
  /** LX01 */ number?: string;
  /** TS3 */ providerSummary?: ProviderSummary;
  /** TS2 */ inpatientSummary?: InpatientSummary;
  /** loop 2100 */ claims: Claim835[];
}

/** provider adjustment (PLB) */
export interface ProviderAdjustment {
  /** PLB01 */ provider: string;
  /** PLB02 */ fiscalDate: string;
  /** PLB03 */ adjustments: { cause: AdjustmentCause; amount: string }[];
}

/** adjustment cause (C042) */
export interface AdjustmentCause {
  /** C042-1 */ reason: string;
  /** C042-2 */ id?: string;
}

/** 835, 005010X221A1 */
export interface Remittance835 extends TransactionHead {
  type: '835';
  /** BPR */ payment: Payment;
  /** TRN*1 */ paymentTrace: Trace;
  /** CUR */ foreignCurrency?: Currency;
  /** REF*EV */ receiverNumber?: Reference;
  /** REF*F2 */ programVersion?: Reference;
  /** DTM*405 */ productionDate?: DateDTM;
  /** loop 1000A */ payer: Payer835;
  /** loop 1000B */ payee: Payee;
  /** loop 2000 */ claimGroups?: ClaimGroup[];
  /** PLB */ providerAdjustments?: ProviderAdjustment[];
}

/** answered group (AK1) */
export interface AnsweredGroup {
  /** AK101 */ functionalId: string;
  /** AK102 */ control: string;
  /** AK103 */ version: string;
}

/** context (CTX) */
export interface Context {
  /** CTX01 */ context: ContextName[];
  /** CTX02 */ segment?: string;
  /** CTX03 */ position?: string;
  /** CTX04 */ loop?: string;
  /** CTX05 */ element?: ElementPosition;
  /** CTX06 */ reference?: ElementReference;
}

/** context name (C998) */
export interface ContextName {
  /** C998-1 */ name: string;
  /** C998-2 */ id?: string;
}

/** element reference (C999) */
export interface ElementReference {
  /** C999-1 */ element: string;
  /** C999-2 */ parent?: string;
}

/** element in error */
export interface ElementInError extends LoopExtras {
  /** IK401 */ position: ElementPosition;
  /** IK402 */ element?: string;
  /** IK403 */ error: string;
  /** IK404 */ value?: string;
  /** CTX*SITUATIONAL TRIGGER */ elementSituations?: Context[];
}

/** segment in error */
export interface SegmentInError extends LoopExtras {
  /** IK301 */ segment: string;
  /** IK302 */ position: string;
  /** IK303 */ loop?: string;
  /** IK304 */ error: string;
  /** CTX*SITUATIONAL TRIGGER */ situations?: Context[];
  /** CTX */ businessUnit?: Context;
  /** loop 2110 */ elementsInError?: ElementInError[];
}

/** transaction answer (IK5) */
export interface TransactionAnswer {
  /** IK501 */ status: string;
  /** IK502 */ errors?: string[];
}

/** answered transaction */
export interface AnsweredTransaction extends LoopExtras {
  /** AK201 */ set: string;
  /** AK202 */ control: string;
  /** AK203 */ implementation?: string;
  /** loop 2100 */ segmentsInError?: SegmentInError[];
  /** IK5 */ verdictOnTransaction: TransactionAnswer;
}

/** group answer (AK9) */
export interface GroupAnswer {
  /** AK901 */ status: string;
  /** AK902 */ included: string;
  /** AK903 */ received: string;
  /** AK904 */ accepted: string;
  /** AK905 */ errors?: string[];
}

/** 999, 005010X231A1 */
export interface ImplementationAcknowledgment999 extends TransactionHead {
  type: '999';
  /** AK1 */ answeredGroup: AnsweredGroup;
  /** loop 2000 */ answeredTransactions?: AnsweredTransaction[];
  /** AK9 */ verdictOnGroup: GroupAnswer;
}

/** source */
export interface Source extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** transmission */
export interface Transmission extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** DTP*050 */ received: DateDTP;
  /** DTP*009 */ processed: DateDTP;
}

/** receiver */
export interface Receiver277CA extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** status (STC) */
export interface Status {
  /** STC01 */ status: StatusCode;
  /** STC02 */ date?: string;
  /** STC03 */ action?: string;
  /** STC04 */ charge?: string;
  /** STC05 */ paid?: string;
  /** STC06 */ paidDate?: string;
  /** STC08 */ checkDate?: string;
  /** STC09 */ checkNumber?: string;
  /** STC10 */ secondStatus?: StatusCode;
  /** STC11 */ thirdStatus?: StatusCode;
  /** STC12 */ message?: string;
}

/** status code (C043) */
export interface StatusCode {
  /** C043-1 */ category: string;
  /** C043-2 */ code: string;
  /** C043-3 */ entity?: string;
  /** C043-4 */ codeList?: string;
}

/** batch */
export interface Batch extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** STC */ batchStatuses: Status[];
  /** QTY*90 */ acceptedCount?: Quantity;
  /** QTY*AA */ rejectedCount?: Quantity;
  /** AMT*YU */ acceptedCharge?: Amount;
  /** AMT*YY */ rejectedCharge?: Amount;
}

/** provider */
export interface Provider277CA extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** provider of service */
export interface ProviderOfService extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** STC */ providerStatuses?: Status[];
  /** REF */ furtherProviderNumbers?: Reference[];
  /** QTY*QA */ acceptedCount?: Quantity;
  /** QTY*QC */ rejectedCount?: Quantity;
  /** AMT*YU */ acceptedCharge?: Amount;
  /** AMT*YY */ rejectedCharge?: Amount;
}

/** patient */
export interface Patient277CA extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
}

/** service line */
export interface ServiceLine277CA extends LoopExtras {
  /** SVC01 */ procedure: Procedure;
  /** SVC02 */ charge: string;
  /** SVC04 */ revenueCode?: string;
  /** SVC07 */ submittedQuantity?: string;
  /** STC */ lineStatuses: Status[];
  /** REF*FJ */ lineControlNumber?: Reference;
  /** REF*XZ */ prescriptionNumber?: Reference;
  /** DTP*472 */ serviceDate?: DateDTP;
}

/** claim */
export interface Claim277CA extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** STC */ claimStatuses: Status[];
  /** REF*1K */ payerControlNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** REF*BLT */ billType?: Reference;
  /** DTP*472 */ serviceDate: DateDTP;
  /** loop 2220D */ serviceLines?: ServiceLine277CA[];
}

/** patient level */
export interface PatientLevel277CA extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100D */ patient: Patient277CA;
  /** loop 2200D */ claims: Claim277CA[];
}

/** provider level */
export interface ProviderLevel extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100C */ provider: Provider277CA;
  /** loop 2200C */ providerOfService?: ProviderOfService;
  /** loop 2000D */ patientLevels?: PatientLevel277CA[];
}

/** receiver level */
export interface ReceiverLevel extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100B */ receiver: Receiver277CA;
  /** loop 2200B */ batch: Batch;
  /** loop 2000C */ providerLevels?: ProviderLevel[];
}

/** source level */
export interface SourceLevel extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100A */ source: Source;
  /** loop 2200A */ transmission: Transmission;
  /** loop 2000B */ receiverLevel: ReceiverLevel;
}

/** 277CA, 005010X214 */
export interface ClaimAcknowledgment277CA extends TransactionHead {
  type: '277CA';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ sourceLevel: SourceLevel;
}

/** beginning (BGN) */
export interface BeginningBGN {
  /** BGN01 */ purpose: string;
  /** BGN02 */ reference: string;
  /** BGN03 */ date: string;
  /** BGN04 */ time?: string;
  /** BGN05 */ zone?: string;
  /** BGN06 */ originalReference?: string;
  /** BGN08 */ action?: string;
}

/** sponsor */
export interface Sponsor extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name?: string;
  /** N103 */ idQualifier: string;
  /** N104 */ id: string;
}

/** payer */
export interface Payer834 extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name?: string;
  /** N103 */ idQualifier: string;
  /** N104 */ id: string;
}

/** account */
export interface Account extends LoopExtras {
  /** ACT01 */ number: string;
  /** ACT06 */ secondAccount?: string;
}

/** broker or administrator */
export interface BrokerOrAdministrator extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name?: string;
  /** N103 */ idQualifier: string;
  /** N104 */ id: string;
  /** loop 1100C */ account?: Account;
}

/** employment class (EC) */
export interface EmploymentClass {
  /** EC01 */ codes: string[];
}

/** income (ICM) */
export interface Income {
  /** ICM01 */ frequency: string;
  /** ICM02 */ wage: string;
  /** ICM03 */ hours?: string;
  /** ICM04 */ location?: string;
  /** ICM05 */ salaryGrade?: string;
}

/** health (HLH) */
export interface Health {
  /** HLH01 */ handling: string;
  /** HLH02 */ height?: string;
  /** HLH03 */ weight?: string;
}

/** language (LUI) */
export interface Language {
  /** LUI01 */ qualifier?: string;
  /** LUI02 */ code?: string;
  /** LUI03 */ description?: string;
  /** LUI04 */ use?: string;
}

/** name of the member */
export interface NameOfMember extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PER*IP */ contact?: Contact;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DMG */ demographics?: Demographics;
  /** EC */ employmentClasses?: EmploymentClass[];
  /** ICM */ income?: Income;
  /** AMT */ policyAmounts?: Amount[];
  /** HLH */ health?: Health;
  /** LUI */ languages?: Language[];
}

/** incorrect name */
export interface IncorrectName extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** DMG */ demographics?: Demographics;
}

/** mailing address */
export interface MailingAddress extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
}

/** employer */
export interface Employer extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PER*EP */ contact?: Contact;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
}

/** school */
export interface School extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** PER*SK */ contact?: Contact;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
}

/** custodial parent */
export interface CustodialParent extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PER*PQ */ contact?: Contact;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
}

/** responsible person */
export interface ResponsiblePerson extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** PER*RP */ contact?: Contact;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
}

/** drop-off location */
export interface DropOffLocation extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
}

/** disability */
export interface Disability extends LoopExtras {
  /** DSB01 */ type: string;
  /** DSB07 */ procedureQualifier?: string;
  /** DSB08 */ procedure?: string;
  /** DTP*360,361 */ eligibilityDates?: DateDTP[];
}

/** identification card (IDC) */
export interface IdentificationCard {
  /** IDC01 */ plan: string;
  /** IDC02 */ type: string;
  /** IDC03 */ count?: string;
  /** IDC04 */ action?: string;
}

/** place (PLA) */
export interface Place {
  /** PLA01 */ action: string;
  /** PLA02 */ entity: string;
  /** PLA03 */ date: string;
  /** PLA05 */ reason: string;
}

/** provider */
export interface Provider834 extends LoopExtras {
  /** LX01 */ number?: string;
  /** NM1 */ name: Name;
  /** N3 */ addresses?: Address[];
  /** N4 */ locality?: Locality;
  /** PER*IC */ contacts?: Contact[];
  /** PLA */ changeOfProvider?: Place;
}

/** related entity */
export interface RelatedEntity834 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*CN */ contact?: Contact;
}

/** coordination of benefits */
export interface CoordinationOfBenefits extends LoopExtras {
  /** COB01 */ sequence: string;
  /** COB02 */ groupNumber?: string;
  /** COB03 */ coordination: string;
  /** COB04 */ serviceTypes?: string[];
  /** REF */ identifiers?: Reference[];
  /** DTP*344,345 */ eligibilityDates?: DateDTP[];
  /** loop 2330 */ relatedEntities?: RelatedEntity834[];
}

/** health coverage */
export interface HealthCoverage extends LoopExtras {
  /** HD01 */ maintenance: string;
  /** HD03 */ insuranceLine: string;
  /** HD04 */ plan?: string;
  /** HD05 */ coverageLevel?: string;
  /** HD09 */ lateEnrollment?: string;
  /** DTP */ coverageDates: DateDTP[];
  /** AMT */ policyAmounts?: Amount[];
  /** REF */ policyNumbers?: Reference[];
  /** REF*QQ */ monthsOfPriorCoverage?: Reference;
  /** IDC */ identificationCards?: IdentificationCard[];
  /** loop 2310 */ providers?: Provider834[];
  /** loop 2320 */ coordinationsOfBenefits?: CoordinationOfBenefits[];
}

/** loop header (LS) */
export interface LoopHeader {
  /** LS01 */ loop: string;
}

/** category */
export interface Category extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name: string;
  /** REF */ reference?: Reference;
  /** DTP*007 */ effectiveDate?: DateDTP;
}

/** reporting category */
export interface ReportingCategory extends LoopExtras {
  /** LX01 */ number?: string;
  /** loop 2750 */ category: Category;
}

/** loop trailer (LE) */
export interface LoopTrailer {
  /** LE01 */ loop: string;
}

/** member */
export interface Member extends LoopExtras {
  /** INS01 */ isSubscriber: string;
  /** INS02 */ relationship: string;
  /** INS03 */ maintenance: string;
  /** INS04 */ maintenanceReason?: string;
  /** INS05 */ benefitStatus: string;
  /** INS06 */ medicare?: MedicareStatus;
  /** INS07 */ cobraEvent?: string;
  /** INS08 */ employment?: string;
  /** INS09 */ student?: string;
  /** INS10 */ handicap?: string;
  /** INS11 */ dateFormat?: string;
  /** INS12 */ deathDate?: string;
  /** INS13 */ confidentiality?: string;
  /** INS17 */ birthSequence?: string;
  /** REF*0F */ subscriberNumber: Reference;
  /** REF*1L */ policyNumber?: Reference;
  /** REF */ supplementalNumbers?: Reference[];
  /** DTP */ memberDates?: DateDTP[];
  /** loop 2100A */ nameOfMember: NameOfMember;
  /** loop 2100B */ incorrectName?: IncorrectName;
  /** loop 2100C */ mailingAddress?: MailingAddress;
  /** loop 2100D */ employers?: Employer[];
  /** loop 2100E */ schools?: School[];
  /** loop 2100F */ custodialParent?: CustodialParent;
  /** loop 2100G */ responsiblePersons?: ResponsiblePerson[];
  /** loop 2100H */ dropOffLocation?: DropOffLocation;
  /** loop 2200 */ disabilities?: Disability[];
  /** loop 2300 */ healthCoverages?: HealthCoverage[];
  /** LS */ startOfReportingCategories?: LoopHeader;
  /** loop 2700 */ reportingCategories?: ReportingCategory[];
  /** LE */ endOfReportingCategories?: LoopTrailer;
}

/** 834, 005010X220A1 */
export interface Enrollment834 extends TransactionHead {
  type: '834';
  /** BGN */ beginning: BeginningBGN;
  /** REF*38 */ masterPolicyNumber?: Reference;
  /** DTP */ fileDates?: DateDTP[];
  /** QTY*DT,ET,TO */ controlTotals?: Quantity[];
  /** loop 1000A */ sponsor: Sponsor;
  /** loop 1000B */ payer: Payer834;
  /** loop 1000C */ brokerOrAdministrators?: BrokerOrAdministrator[];
  /** loop 2000 */ members: Member[];
}

/** additional name (N2) */
export interface AdditionalName {
  /** N201 */ line1: string;
}

/** premium receiver */
export interface PremiumReceiver extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name?: string;
  /** N103 */ idQualifier?: string;
  /** N104 */ id?: string;
  /** N2 */ additionalName?: AdditionalName;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** RDM */ deliveryOfRemittance?: RemittanceDelivery;
}

/** premium payer */
export interface PremiumPayer extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name?: string;
  /** N103 */ idQualifier?: string;
  /** N104 */ id?: string;
  /** N2 */ additionalName?: AdditionalName;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contacts?: Contact[];
}

/** intermediary bank */
export interface IntermediaryBank extends LoopExtras {
  /** N101 */ entity: string;
  /** N102 */ name?: string;
  /** N103 */ idQualifier?: string;
  /** N104 */ id?: string;
  /** N2 */ additionalName?: AdditionalName;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contacts?: Contact[];
}

/** adjustment of an earlier payment */
export interface AdjustmentOfEarlierPayment extends LoopExtras {
  /** ADX01 */ amount: string;
  /** ADX02 */ reason: string;
}

/** charge */
export interface Charge extends LoopExtras {
  /** SAC01 */ indicator: string;
  /** SAC02 */ service: string;
  /** SAC05 */ amount: string;
}

/** member count */
export interface MemberCount extends LoopExtras {
  /** SLN01 */ number: string;
  /** SLN03 */ configuration: string;
  /** SLN04 */ quantity: string;
  /** SLN05 */ unit: MeasureUnit;
}

/** summary line */
export interface SummaryLine extends LoopExtras {
  /** IT101 */ id: string;
  /** loop 2312A */ charges?: Charge[];
  /** loop 2315A */ memberCounts?: MemberCount[];
}

/** adjustment of this payment */
export interface AdjustmentOfThisPayment extends LoopExtras {
  /** ADX01 */ amount: string;
  /** ADX02 */ reason: string;
}

/** remittance item */
export interface RemittanceItem820 extends LoopExtras {
  /** RMR01 */ qualifier: string;
  /** RMR02 */ id: string;
  /** RMR03 */ action?: string;
  /** RMR04 */ paid: string;
  /** RMR05 */ billed?: string;
  /** REF */ references?: Reference[];
  /** DTM*582,AAG */ coveragePeriod?: DateDTM;
  /** loop 2310A */ summaryLine?: SummaryLine;
  /** loop 2320A */ adjustmentsOfThisPayment?: AdjustmentOfThisPayment[];
}

/** organization remittance */
export interface OrganizationRemittance extends LoopExtras {
  /** ENT01 */ number: string;
  /** ENT02 */ entity: string;
  /** ENT03 */ idQualifier: string;
  /** ENT04 */ id: string;
  /** loop 2200A */ adjustmentsOfEarlierPayment?: AdjustmentOfEarlierPayment[];
  /** loop 2300A */ remittanceItems: RemittanceItem820[];
}

/** name of the individual */
export interface NameOfIndividual extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
}

/** remittance item */
export interface RemittanceItem2300B extends LoopExtras {
  /** RMR01 */ qualifier: string;
  /** RMR02 */ id: string;
  /** RMR04 */ paid: string;
  /** RMR05 */ billed?: string;
  /** REF */ references?: Reference[];
  /** DTM*582,AAG */ coveragePeriod?: DateDTM;
  /** loop 2320B */ adjustmentsOfThisPayment?: AdjustmentOfThisPayment[];
}

/** individual remittance */
export interface IndividualRemittance extends LoopExtras {
  /** ENT01 */ number: string;
  /** ENT02 */ entity: string;
  /** ENT03 */ idQualifier: string;
  /** ENT04 */ id: string;
  /** loop 2100B */ namesOfIndividual?: NameOfIndividual[];
  /** loop 2200B */ adjustmentsOfEarlierPayment?: AdjustmentOfEarlierPayment[];
  /** loop 2300B */ remittanceItems: RemittanceItem2300B[];
}

/** 820, 005010X218 */
export interface PremiumPayment820 extends TransactionHead {
  type: '820';
  /** BPR */ payment: Payment;
  /** TRN*1,3 */ traceNumber: Trace;
  /** CUR */ currency?: Currency;
  /** REF */ premiumReceiversKeys?: Reference[];
  /** DTM*009 */ processed?: DateDTM;
  /** DTM*035 */ delivered?: DateDTM;
  /** DTM*582 */ coveragePeriod?: DateDTM;
  /** DTM*097 */ created?: DateDTM;
  /** loop 1000A */ premiumReceiver: PremiumReceiver;
  /** loop 1000B */ premiumPayer: PremiumPayer;
  /** loop 1000C */ intermediaryBanks?: IntermediaryBank[];
  /** loop 2000A */ organizationRemittances?: OrganizationRemittance[];
  /** loop 2000B */ individualRemittances?: IndividualRemittance[];
}

/** information source */
export interface InformationSource270 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** information receiver */
export interface InformationReceiver270 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF */ identifications?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PRV */ specialty?: Specialty;
}

/** insured (INS) */
export interface Insured {
  /** INS01 */ isSubscriber: string;
  /** INS02 */ relationship: string;
  /** INS03 */ maintenance?: string;
  /** INS04 */ maintenanceReason?: string;
  /** INS08 */ employment?: string;
  /** INS17 */ birthSequence?: string;
}

/** information (III) */
export interface Information {
  /** III01 */ codeList: string;
  /** III02 */ code: string;
}

/** inquiry */
export interface Inquiry270 extends LoopExtras {
  /** EQ01 */ serviceTypes?: string[];
  /** EQ02 */ procedure?: Procedure;
  /** EQ03 */ coverageLevel?: string;
  /** EQ05 */ pointers?: DiagnosisPointers;
  /** AMT*R */ spendDown?: Amount;
  /** AMT*PB */ billedForSpendDown?: Amount;
  /** III */ placeOfService?: Information;
  /** REF*9F,G1 */ referralOrAuthorizationNumber?: Reference;
  /** DTP*291 */ dateOfInquiry?: DateDTP;
}

/** subscriber */
export interface Subscriber270 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ identifications?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PRV */ specialty?: Specialty;
  /** DMG */ demographics?: Demographics;
  /** INS */ multipleBirth?: Insured;
  /** HI*ABK,BK */ diagnoses?: CodeSet;
  /** DTP*102,291 */ dates?: DateDTP[];
  /** loop 2110C */ inquiries?: Inquiry270[];
}

/** inquiry */
export interface Inquiry2110D extends LoopExtras {
  /** EQ01 */ serviceTypes?: string[];
  /** EQ02 */ procedure?: Procedure;
  /** EQ05 */ pointers?: DiagnosisPointers;
  /** III */ placeOfService?: Information;
  /** REF*9F,G1 */ referralOrAuthorizationNumber?: Reference;
  /** DTP*291 */ dateOfInquiry?: DateDTP;
}

/** dependent */
export interface Dependent270 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** REF */ identifications?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PRV */ specialty?: Specialty;
  /** DMG */ demographics?: Demographics;
  /** INS */ relationship?: Insured;
  /** HI*ABK,BK */ diagnoses?: CodeSet;
  /** DTP*102,291 */ dates?: DateDTP[];
  /** loop 2110D */ inquiries: Inquiry2110D[];
}

/** dependent level */
export interface DependentLevel270 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1 */ traceNumbers?: Trace[];
  /** loop 2100D */ dependent: Dependent270;
}

/** subscriber level */
export interface SubscriberLevel270 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1 */ traceNumbers?: Trace[];
  /** loop 2100C */ subscriber: Subscriber270;
  /** loop 2000D */ dependentLevels?: DependentLevel270[];
}

/** information receiver level */
export interface InformationReceiverLevel270 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100B */ informationReceiver: InformationReceiver270;
  /** loop 2000C */ subscriberLevels: SubscriberLevel270[];
}

/** information source level */
export interface InformationSourceLevel270 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100A */ informationSource: InformationSource270;
  /** loop 2000B */ informationReceiverLevels: InformationReceiverLevel270[];
}

/** 270, 005010X279A1 */
export interface EligibilityInquiry270 extends TransactionHead {
  type: '270';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ informationSourceLevels: InformationSourceLevel270[];
}

/** rejection (AAA) */
export interface Rejection {
  /** AAA01 */ isValid: string;
  /** AAA03 */ reason?: string;
  /** AAA04 */ followUp?: string;
}

/** information source */
export interface InformationSource271 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** PER*IC */ contacts?: Contact[];
  /** AAA */ rejections?: Rejection[];
}

/** information receiver */
export interface InformationReceiver271 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF */ identifications?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** AAA */ rejections?: Rejection[];
  /** PRV */ specialty?: Specialty;
}

/** military information (MPI) */
export interface MilitaryInformation {
  /** MPI01 */ information: string;
  /** MPI02 */ employment: string;
  /** MPI03 */ affiliation: string;
  /** MPI04 */ description?: string;
  /** MPI05 */ rank?: string;
  /** MPI06 */ dateFormat?: string;
  /** MPI07 */ period?: string;
}

/** delivery pattern (HSD) */
export interface DeliveryPattern {
  /** HSD01 */ quantityQualifier?: string;
  /** HSD02 */ quantity?: string;
  /** HSD03 */ unit?: string;
  /** HSD04 */ frequency?: string;
  /** HSD05 */ periodQualifier?: string;
  /** HSD06 */ periods?: string;
  /** HSD07 */ calendarPattern?: string;
  /** HSD08 */ timePattern?: string;
}

/** message (MSG) */
export interface Message {
  /** MSG01 */ text: string;
}

/** additional information */
export interface AdditionalInformation271 extends LoopExtras {
  /** III01 */ codeList?: string;
  /** III02 */ code?: string;
  /** III03 */ category?: string;
  /** III04 */ text?: string;
}

/** related entity */
export interface RelatedEntity271 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** NM110 */ entityRelationship?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contacts?: Contact[];
  /** PRV */ specialty?: Specialty;
}

/** related entities */
export interface RelatedEntities extends LoopExtras {
  /** LS01 */ loop: string;
  /** loop 2120C */ relatedEntities: RelatedEntity271[];
  /** LE */ end: LoopTrailer;
}

/** benefit */
export interface Benefit extends LoopExtras {
  /** EB01 */ information: string;
  /** EB02 */ coverageLevel?: string;
  /** EB03 */ serviceTypes?: string[];
  /** EB04 */ insuranceType?: string;
  /** EB05 */ plan?: string;
  /** EB06 */ period?: string;
  /** EB07 */ amount?: string;
  /** EB08 */ percent?: string;
  /** EB09 */ quantityQualifier?: string;
  /** EB10 */ quantity?: string;
  /** EB11 */ needsAuthorization?: string;
  /** EB12 */ inNetwork?: string;
  /** EB13 */ procedure?: Procedure;
  /** EB14 */ pointers?: DiagnosisPointers;
  /** HSD */ deliveriesOfServices?: DeliveryPattern[];
  /** REF */ identifications?: Reference[];
  /** DTP */ datesOfBenefit?: DateDTP[];
  /** AAA */ rejectionsOfBenefitInquiry?: Rejection[];
  /** MSG */ messages?: Message[];
  /** loop 2115C */ additionalInformation?: AdditionalInformation271[];
  /** loop 2120 */ relatedEntities?: RelatedEntities;
}

/** subscriber */
export interface Subscriber271 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ identifications?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** AAA */ rejections?: Rejection[];
  /** PRV */ specialty?: Specialty;
  /** DMG */ demographics?: Demographics;
  /** INS */ relationship?: Insured;
  /** HI*ABK,BK */ diagnoses?: CodeSet;
  /** DTP */ dates?: DateDTP[];
  /** MPI */ militaryService?: MilitaryInformation;
  /** loop 2110C */ benefits?: Benefit[];
}

/** dependent */
export interface Dependent271 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** REF */ identifications?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** AAA */ rejections?: Rejection[];
  /** PRV */ specialty?: Specialty;
  /** DMG */ demographics?: Demographics;
  /** INS */ relationship?: Insured;
  /** HI*ABK,BK */ diagnoses?: CodeSet;
  /** DTP */ dates?: DateDTP[];
  /** MPI */ militaryService?: MilitaryInformation;
  /** loop 2110D */ benefits?: Benefit[];
}

/** dependent level */
export interface DependentLevel271 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1,2 */ traceNumbers?: Trace[];
  /** loop 2100D */ dependent: Dependent271;
}

/** subscriber level */
export interface SubscriberLevel271 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1,2 */ traceNumbers?: Trace[];
  /** loop 2100C */ subscriber: Subscriber271;
  /** loop 2000D */ dependentLevels?: DependentLevel271[];
}

/** information receiver level */
export interface InformationReceiverLevel271 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100B */ informationReceiver: InformationReceiver271;
  /** loop 2000C */ subscriberLevels?: SubscriberLevel271[];
}

/** information source level */
export interface InformationSourceLevel271 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** AAA */ rejections?: Rejection[];
  /** loop 2100A */ informationSource: InformationSource271;
  /** loop 2000B */ informationReceiverLevels?: InformationReceiverLevel271[];
}

/** 271, 005010X279A1 */
export interface EligibilityResponse271 extends TransactionHead {
  type: '271';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ informationSourceLevels: InformationSourceLevel271[];
}

/** payer */
export interface Payer276 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** information receiver */
export interface InformationReceiver276 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** service provider */
export interface ServiceProvider276 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** subscriber */
export interface Subscriber276 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** service line */
export interface ServiceLine276 extends LoopExtras {
  /** SVC01 */ procedure: Procedure;
  /** SVC02 */ charge: string;
  /** SVC04 */ revenueCode?: string;
  /** SVC07 */ submittedQuantity: string;
  /** REF*FJ */ lineControlNumber?: Reference;
  /** DTP*472 */ serviceDate: DateDTP;
}

/** claim */
export interface Claim276 extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** REF*1K */ payersControlNumber?: Reference;
  /** REF*BLT */ billType?: Reference;
  /** REF*LU */ locationNumber?: Reference;
  /** REF*6P */ groupNumber?: Reference;
  /** REF*EJ */ patientControlNumber?: Reference;
  /** REF*XZ */ prescriptionNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** AMT*T3 */ claimCharge?: Amount;
  /** DTP*472 */ service?: DateDTP;
  /** loop 2210D */ serviceLines?: ServiceLine276[];
}

/** dependent */
export interface Dependent276 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
}

/** dependent level */
export interface DependentLevel276 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** DMG */ demographics: Demographics;
  /** loop 2100E */ dependent: Dependent276;
  /** loop 2200E */ claims: Claim276[];
}

/** subscriber level */
export interface SubscriberLevel276 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** DMG */ demographics?: Demographics;
  /** loop 2100D */ subscriber: Subscriber276;
  /** loop 2200D */ claims?: Claim276[];
  /** loop 2000E */ dependentLevels?: DependentLevel276[];
}

/** service provider level */
export interface ServiceProviderLevel276 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100C */ serviceProviders: ServiceProvider276[];
  /** loop 2000D */ subscriberLevels: SubscriberLevel276[];
}

/** information receiver level */
export interface InformationReceiverLevel276 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100B */ informationReceiver: InformationReceiver276;
  /** loop 2000C */ serviceProviderLevels: ServiceProviderLevel276[];
}

/** information source level */
export interface InformationSourceLevel276 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100A */ payer: Payer276;
  /** loop 2000B */ informationReceiverLevels: InformationReceiverLevel276[];
}

/** 276, 005010X212 */
export interface StatusInquiry276 extends TransactionHead {
  type: '276';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ informationSourceLevels: InformationSourceLevel276[];
}

/** payer */
export interface Payer277 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** PER*IC */ contact?: Contact;
}

/** answer to the receiver */
export interface AnswerToReceiver extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** STC */ statuses: Status[];
}

/** answer to the provider */
export interface AnswerToProvider extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** STC */ statuses: Status[];
}

/** service line */
export interface ServiceLine277 extends LoopExtras {
  /** SVC01 */ procedure: Procedure;
  /** SVC02 */ charge: string;
  /** SVC03 */ paid: string;
  /** SVC04 */ revenueCode?: string;
  /** SVC07 */ submittedQuantity: string;
  /** STC */ statuses: Status[];
  /** REF*FJ */ lineControlNumber?: Reference;
  /** DTP*472 */ serviceDate: DateDTP;
}

/** claim */
export interface Claim277 extends LoopExtras {
  /** TRN01 */ type: string;
  /** TRN02 */ number: string;
  /** STC */ statuses: Status[];
  /** REF*1K */ payersControlNumber?: Reference;
  /** REF*BLT */ billType?: Reference;
  /** REF*EJ */ patientControlNumber?: Reference;
  /** REF*XZ */ prescriptionNumber?: Reference;
  /** REF*VV */ voucherNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** DTP*472 */ service?: DateDTP;
  /** loop 2220D */ serviceLines?: ServiceLine277[];
}

/** dependent level */
export interface DependentLevel277 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** loop 2100E */ dependent: Dependent276;
  /** loop 2200E */ claims: Claim277[];
}

/** subscriber level */
export interface SubscriberLevel277 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100D */ subscriber: Subscriber276;
  /** loop 2200D */ claims?: Claim277[];
  /** loop 2000E */ dependentLevels?: DependentLevel277[];
}

/** service provider level */
export interface ServiceProviderLevel277 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100C */ serviceProviders: ServiceProvider276[];
  /** loop 2200C */ answerToProvider?: AnswerToProvider;
  /** loop 2000D */ subscriberLevels?: SubscriberLevel277[];
}

/** information receiver level */
export interface InformationReceiverLevel277 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100B */ informationReceiver: InformationReceiver276;
  /** loop 2200B */ answerToReceiver?: AnswerToReceiver;
  /** loop 2000C */ serviceProviderLevels?: ServiceProviderLevel277[];
}

/** information source level */
export interface InformationSourceLevel277 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2100A */ payer: Payer277;
  /** loop 2000B */ informationReceiverLevels: InformationReceiverLevel277[];
}

/** 277, 005010X212 */
export interface StatusResponse277 extends TransactionHead {
  type: '277';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ informationSourceLevels: InformationSourceLevel277[];
}

/** review organization */
export interface ReviewOrganization278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** requester */
export interface Requester278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contact?: Contact;
  /** PRV */ specialty?: Specialty;
}

/** subscriber */
export interface Subscriber278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DMG */ demographics?: Demographics;
  /** INS */ militaryStatus?: Insured;
}

/** dependent */
export interface Dependent278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** REF*EJ,SY */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** DMG */ demographics?: Demographics;
  /** INS */ relationship?: Insured;
}

/** service review (UM) */
export interface ServiceReview {
  /** UM01 */ category: string;
  /** UM02 */ certification?: string;
  /** UM03 */ serviceType?: string;
  /** UM04 */ facility?: Facility;
  /** UM05 */ relatedCauses?: RelatedCauses;
  /** UM06 */ serviceLevel?: string;
  /** UM07 */ health?: string;
  /** UM08 */ prognosis?: string;
  /** UM09 */ release?: string;
  /** UM10 */ delayReason?: string;
}

/** oxygen therapy (CR5) */
export interface OxygenTherapy {
  /** CR503 */ equipment?: string;
  /** CR504 */ furtherEquipment?: string;
  /** CR505 */ reason?: string;
  /** CR506 */ flowRate?: string;
  /** CR507 */ dailyUses?: string;
  /** CR508 */ hourlyUses?: string;
  /** CR509 */ therapistOrder?: string;
  /** CR510 */ bloodGas?: string;
  /** CR511 */ saturation?: string;
  /** CR512 */ testCondition?: string;
  /** CR513 */ findings?: string[];
  /** CR516 */ portableFlowRate?: string;
  /** CR517 */ delivery?: string;
  /** CR518 */ portableEquipment?: string;
}

/** home health care (CR6) */
export interface HomeHealthCare {
  /** CR601 */ prognosis: string;
  /** CR602 */ startDate: string;
  /** CR603 */ dateFormat?: string;
  /** CR604 */ certificationPeriod?: string;
  /** CR607 */ medicareCovered: string;
  /** CR608 */ certification: string;
  /** CR609 */ surgeryDate?: string;
  /** CR610 */ procedureQualifier?: string;
  /** CR611 */ procedure?: string;
  /** CR612 */ orderDate?: string;
  /** CR613 */ lastVisitDate?: string;
  /** CR614 */ physicianContactDate?: string;
  /** CR615 */ admissionFormat?: string;
  /** CR616 */ admissionPeriod?: string;
  /** CR617 */ facility?: string;
}

/** event provider */
export interface EventProvider278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contact?: Contact;
  /** PRV */ specialty?: Specialty;
}

/** transport location */
export interface TransportLocation278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
}

/** other review organization */
export interface OtherReviewOrganization extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** REF*ZZ */ denialReason?: Reference;
  /** DTP*598 */ denial?: DateDTP;
}

/** service provider */
export interface ServiceProvider278 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contact?: Contact;
  /** PRV */ specialty?: Specialty;
}

/** service level */
export interface ServiceLevel278 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1 */ traceNumbers?: Trace[];
  /** UM */ review?: ServiceReview;
  /** REF*BB */ previousAuthorization?: Reference;
  /** REF*NT */ previousAdministrativeReference?: Reference;
  /** DTP*472 */ service?: DateDTP;
  /** SV1 */ professionalService?: ProfessionalService;
  /** SV2 */ institutionalService?: InstitutionalService;
  /** SV3 */ dentalService?: DentalService;
  /** TOO */ tooths?: ToothTOO[];
  /** HSD */ patternOfDelivery?: DeliveryPattern;
  /** PWK */ attachments?: Supplement[];
  /** MSG */ message?: Message;
  /** loop 2010F */ serviceProviders?: ServiceProvider278[];
}

/** patient event level */
export interface PatientEventLevel278 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1 */ traceNumbers?: Trace[];
  /** UM */ review: ServiceReview;
  /** REF*BB */ previousAuthorization?: Reference;
  /** REF*NT */ previousAdministrativeReference?: Reference;
  /** DTP*439 */ accident?: DateDTP;
  /** DTP*484 */ lastMenstrualPeriod?: DateDTP;
  /** DTP*ABC */ estimatedBirth?: DateDTP;
  /** DTP*431 */ onsetOfIllness?: DateDTP;
  /** DTP*AAH */ event?: DateDTP;
  /** DTP*435 */ admission?: DateDTP;
  /** DTP*096 */ discharge?: DateDTP;
  /** HI */ diagnosis?: CodeSet;
  /** HSD */ patternOfDelivery?: DeliveryPattern;
  /** CRC*07 */ ambulanceCertification?: Condition;
  /** CRC*08 */ chiropracticCertification?: Condition;
  /** CRC*09 */ equipmentCertification?: Condition;
  /** CRC*11 */ oxygenCertification?: Condition;
  /** CRC*75 */ functionalLimitation?: Condition;
  /** CRC*76 */ activityPermitted?: Condition;
  /** CRC*77 */ mentalStatus?: Condition;
  /** CL1 */ stay?: Admission;
  /** CR1 */ ambulanceTransport?: AmbulanceTransport;
  /** CR2 */ spinalManipulation?: SpinalManipulation;
  /** CR5 */ oxygenTherapy?: OxygenTherapy;
  /** CR6 */ homeHealthCare?: HomeHealthCare;
  /** PWK */ attachments?: Supplement[];
  /** MSG */ message?: Message;
  /** loop 2010EA */ eventProviders?: EventProvider278[];
  /** loop 2010EB */ transportLocations?: TransportLocation278[];
  /** loop 2010EC */ otherReviewOrganizations?: OtherReviewOrganization[];
  /** loop 2000F */ serviceLevels?: ServiceLevel278[];
}

/** dependent level */
export interface DependentLevel278 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010D */ dependent: Dependent278;
  /** loop 2000E */ patientEventLevel: PatientEventLevel278;
}

/** subscriber level */
export interface SubscriberLevel278 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010C */ subscriber: Subscriber278;
  /** loop 2000D */ dependentLevel?: DependentLevel278;
  /** loop 2000E */ patientEventLevel?: PatientEventLevel278;
}

/** requester level */
export interface RequesterLevel278 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010B */ requester: Requester278;
  /** loop 2000C */ subscriberLevel: SubscriberLevel278;
}

/** review organization level */
export interface ReviewOrganizationLevel278 extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010A */ reviewOrganization: ReviewOrganization278;
  /** loop 2000B */ requesterLevel: RequesterLevel278;
}

/** 278, 005010X217 */
export interface ReviewRequest278 extends TransactionHead {
  type: '278';
  flow: 'request';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ reviewOrganizationLevel: ReviewOrganizationLevel278;
}

/** review organization */
export interface ReviewOrganization2010A extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** PER*IC */ contact?: Contact;
  /** AAA */ rejections?: Rejection[];
}

/** requester */
export interface Requester2010B extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** AAA */ rejections?: Rejection[];
  /** PRV */ specialty?: Specialty;
}

/** subscriber */
export interface Subscriber2010C extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** AAA */ rejections?: Rejection[];
  /** DMG */ demographics?: Demographics;
  /** INS */ relationship?: Insured;
}

/** dependent */
export interface Dependent2010D extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF*EJ,SY */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** AAA */ rejections?: Rejection[];
  /** DMG */ demographics?: Demographics;
  /** INS */ relationship?: Insured;
}

/** review decision (HCR) */
export interface ReviewDecision {
  /** HCR01 */ action: string;
  /** HCR02 */ number?: string;
  /** HCR03 */ reasons?: string[];
  /** HCR04 */ secondOpinion?: string;
}

/** event provider */
export interface EventProvider2010EA extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contact?: Contact;
  /** AAA */ rejections?: Rejection[];
  /** PRV */ specialty?: Specialty;
}

/** contact for more information */
export interface ContactForMoreInformation extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contact?: Contact;
}

/** transport location */
export interface TransportLocation2010EC extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** AAA */ rejections?: Rejection[];
}

/** service provider */
export interface ServiceProvider2010FA extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName?: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM106 */ prefix?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier?: string;
  /** NM109 */ id?: string;
  /** REF */ supplementalIdentifiers?: Reference[];
  /** N3 */ address?: Address;
  /** N4 */ locality?: Locality;
  /** PER*IC */ contact?: Contact;
  /** AAA */ rejections?: Rejection[];
  /** PRV */ specialty?: Specialty;
}

/** service level */
export interface ServiceLevel2000F extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1,2 */ traceNumbers?: Trace[];
  /** AAA */ rejections?: Rejection[];
  /** UM */ review?: ServiceReview;
  /** HCR */ decision?: ReviewDecision;
  /** REF*NT */ administrativeReference?: Reference;
  /** REF*BB */ previousAuthorization?: Reference;
  /** DTP*472 */ service?: DateDTP;
  /** DTP*102 */ certificationIssue?: DateDTP;
  /** DTP*036 */ certificationExpiration?: DateDTP;
  /** DTP*007 */ certificationEffective?: DateDTP;
  /** HI*LOI */ question?: CodeSet;
  /** SV1 */ professionalService?: ProfessionalService;
  /** SV2 */ institutionalService?: InstitutionalService;
  /** SV3 */ dentalService?: DentalService;
  /** TOO */ tooths?: ToothTOO[];
  /** HSD */ patternOfDelivery?: DeliveryPattern;
  /** PWK */ attachments?: Supplement[];
  /** MSG */ message?: Message;
  /** loop 2010FA */ serviceProviders?: ServiceProvider2010FA[];
  /** loop 2010FB */ contactForMoreInformation?: ContactForMoreInformation;
}

/** patient event level */
export interface PatientEventLevel2000E extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** TRN*1,2 */ traceNumbers?: Trace[];
  /** AAA */ rejections?: Rejection[];
  /** UM */ review?: ServiceReview;
  /** HCR */ decision?: ReviewDecision;
  /** REF*NT */ administrativeReference?: Reference;
  /** REF*BB */ previousAuthorization?: Reference;
  /** DTP*439 */ accident?: DateDTP;
  /** DTP*484 */ lastMenstrualPeriod?: DateDTP;
  /** DTP*ABC */ estimatedBirth?: DateDTP;
  /** DTP*431 */ onsetOfIllness?: DateDTP;
  /** DTP*AAH */ event?: DateDTP;
  /** DTP*435 */ admission?: DateDTP;
  /** DTP*096 */ discharge?: DateDTP;
  /** DTP*102 */ certificationIssue?: DateDTP;
  /** DTP*036 */ certificationExpiration?: DateDTP;
  /** DTP*007 */ certificationEffective?: DateDTP;
  /** HI */ diagnosis?: CodeSet;
  /** HSD */ patternOfDelivery?: DeliveryPattern;
  /** CL1 */ stay?: Admission;
  /** CR1 */ ambulanceTransport?: AmbulanceTransport;
  /** CR2 */ spinalManipulation?: SpinalManipulation;
  /** CR5 */ oxygenTherapy?: OxygenTherapy;
  /** CR6 */ homeHealthCare?: HomeHealthCare;
  /** PWK */ attachments?: Supplement[];
  /** MSG */ message?: Message;
  /** loop 2010EA */ eventProviders?: EventProvider2010EA[];
  /** loop 2010EB */ contactForMoreInformation?: ContactForMoreInformation;
  /** loop 2010EC */ transportLocations?: TransportLocation2010EC[];
  /** loop 2000F */ serviceLevels?: ServiceLevel2000F[];
}

/** dependent level */
export interface DependentLevel2000D extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010D */ dependent: Dependent2010D;
  /** loop 2000E */ patientEventLevels?: PatientEventLevel2000E[];
}

/** subscriber level */
export interface SubscriberLevel2000C extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010C */ subscriber: Subscriber2010C;
  /** loop 2000D */ dependentLevel?: DependentLevel2000D;
  /** loop 2000E */ patientEventLevels?: PatientEventLevel2000E[];
}

/** requester level */
export interface RequesterLevel2000B extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL02 */ parent?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** loop 2010B */ requesters: Requester2010B[];
  /** loop 2000C */ subscriberLevel?: SubscriberLevel2000C;
}

/** review organization level */
export interface ReviewOrganizationLevel2000A extends LoopExtras {
  /** HL01 */ number?: string;
  /** HL03 */ level: string;
  /** HL04 */ hasChildren?: string;
  /** AAA */ rejections?: Rejection[];
  /** loop 2010A */ reviewOrganization: ReviewOrganization2010A;
  /** loop 2000B */ requesterLevel?: RequesterLevel2000B;
}

/** 278, 005010X217 */
export interface ReviewResponse278 extends TransactionHead {
  type: '278';
  flow: 'response';
  /** BHT */ beginning: Beginning;
  /** loop 2000A */ reviewOrganizationLevel: ReviewOrganizationLevel2000A;
}

/** submitter */
export interface Submitter275 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
}

/** provider address */
export interface ProviderAddress extends LoopExtras {
  /** NX101 */ entities: string[];
  /** N3 */ address: Address;
  /** N4 */ locality: Locality;
}

/** provider */
export interface Provider275 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** PRV*BI */ specialty?: Specialty;
  /** REF */ secondaryIdentifiers?: Reference[];
  /** loop 1100C */ providerAddress?: ProviderAddress;
}

/** patient */
export interface Patient275 extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF*EJ */ patientControlNumber: Reference;
  /** REF*BLT */ billType?: Reference;
  /** REF*EA */ medicalRecordNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** DTP*472 */ service?: DateDTP;
}

/** service date */
export interface ServiceDate extends LoopExtras {
  /** DTP01 */ qualifier: string;
  /** DTP02 */ dateFormat: string;
  /** DTP03 */ date: string;
}

/** attachment category (CAT) */
export interface AttachmentCategory {
  /** CAT01 */ report: string;
  /** CAT02 */ transmission: string;
  /** CAT03 */ version?: string;
}

/** binary data (BIN) */
export interface BinaryData {
  /** BIN01 */ length: string;
  /** BIN02 */ data: string;
}

/** document */
export interface Document275 extends LoopExtras {
  /** EFI01 */ security: string;
  /** BIN */ document: BinaryData;
}

/** submission */
export interface Submission275 extends LoopExtras {
  /** DTP01 */ qualifier: string;
  /** DTP02 */ dateFormat: string;
  /** DTP03 */ date: string;
  /** CAT */ format: AttachmentCategory;
  /** loop 2110B */ document: Document275;
}

/** additional information */
export interface AdditionalInformation275 extends LoopExtras {
  /** LX01 */ number?: string;
  /** TRN*1,2 */ traceNumber: Trace;
  /** STC */ question?: Status;
  /** REF*FJ */ lineControlNumber?: Reference;
  /** REF */ procedures?: Reference[];
  /** loop 2100A */ serviceDate?: ServiceDate;
  /** loop 2100B */ submission: Submission275;
}

/** 275, 005010X210 */
export interface Attachment275 extends TransactionHead {
  type: '275';
  /** BGN */ beginning: BeginningBGN;
  /** loop 1000A */ payer: Payer277;
  /** loop 1000B */ submitter: Submitter275;
  /** loop 1000C */ provider: Provider275;
  /** loop 1000D */ patient: Patient275;
  /** loop 2000A */ additionalInformation: AdditionalInformation275[];
}

/** patient */
export interface Patient1000D extends LoopExtras {
  /** NM101 */ entity: string;
  /** NM102 */ type: string;
  /** NM103 */ lastName: string;
  /** NM104 */ firstName?: string;
  /** NM105 */ middleName?: string;
  /** NM107 */ suffix?: string;
  /** NM108 */ idQualifier: string;
  /** NM109 */ id: string;
  /** REF*EJ,X1 */ providersClaimNumber: Reference;
  /** REF*BLT */ billType?: Reference;
  /** REF*EA */ medicalRecordNumber?: Reference;
  /** REF*D9 */ clearinghouseNumber?: Reference;
  /** DTP*472 */ service?: DateDTP;
}

/** binary data (BDS) */
export interface BinaryDataBDS {
  /** BDS01 */ filter: string;
  /** BDS02 */ length: string;
  /** BDS03 */ data: string;
}

/** document */
export interface Document2110B extends LoopExtras {
  /** OOI01 */ relationship: string;
  /** OOI02 */ name: string;
  /** OOI03 */ value: string;
  /** BDS */ document: BinaryDataBDS;
}

/** submission */
export interface Submission2100B extends LoopExtras {
  /** DTP01 */ qualifier: string;
  /** DTP02 */ dateFormat: string;
  /** DTP03 */ date: string;
  /** CAT */ format: AttachmentCategory;
  /** loop 2110B */ document: Document2110B;
}

/** additional information */
export interface AdditionalInformation2000A extends LoopExtras {
  /** LX01 */ number?: string;
  /** TRN*1,2 */ traceNumber: Trace;
  /** STC */ question?: Status;
  /** REF*6R,FJ */ lineControlNumber?: Reference;
  /** REF */ procedures?: Reference[];
  /** loop 2100A */ serviceDate?: ServiceDate;
  /** loop 2100B */ submission: Submission2100B;
}

/** 275, 006020X314 */
export interface Attachment275X314 extends TransactionHead {
  type: '275';
  /** BGN */ beginning: BeginningBGN;
  /** loop 1000A */ payer: Payer277;
  /** loop 1000B */ submitter: Submitter275;
  /** loop 1000C */ provider: Provider275;
  /** loop 1000D */ patient: Patient1000D;
  /** loop 2000A */ additionalInformation: AdditionalInformation2000A[];
}

/** Any transaction; `type` tells which. */
export type Transaction =
  | ProfessionalClaims837P
  | InstitutionalClaims837I
  | DentalClaims837D
  | Remittance835
  | ImplementationAcknowledgment999
  | ClaimAcknowledgment277CA
  | Enrollment834
  | PremiumPayment820
  | EligibilityInquiry270
  | EligibilityResponse271
  | StatusInquiry276
  | StatusResponse277
  | ReviewRequest278
  | ReviewResponse278
  | Attachment275
  | Attachment275X314
  | OtherTransaction;

/** A loop that is whole, and those around it as far as they have come, the transaction first. */
interface UnitOf<Type extends string, Loop extends string, Tree> {
  type: Type;
  /** `2300` */
  loop: Loop;
  tree: Tree;
  around: readonly TreeObject[];
}

/** What is handed over of a transaction that is read as a stream; `type` and `loop` tell which it is. */
export type DocumentUnit =
  | UnitOf<'837P', '2000A', BillingProviderLevel837P>
  | UnitOf<'837P', '2000B', SubscriberLevel837P>
  | UnitOf<'837P', '2300', Claim837P>
  | UnitOf<'837P', '2000C', PatientLevel837P>
  | UnitOf<'837I', '2000A', BillingProviderLevel837I>
  | UnitOf<'837I', '2000B', SubscriberLevel837I>
  | UnitOf<'837I', '2300', Claim837I>
  | UnitOf<'837I', '2000C', PatientLevel837I>
  | UnitOf<'837D', '2000A', BillingProviderLevel837D>
  | UnitOf<'837D', '2000B', SubscriberLevel837D>
  | UnitOf<'837D', '2300', Claim837D>
  | UnitOf<'837D', '2000C', PatientLevel837D>
  | UnitOf<'835', '2000', ClaimGroup>
  | UnitOf<'835', '2100', Claim835>
  | UnitOf<'999', '2000', AnsweredTransaction>
  | UnitOf<'277CA', '2000C', ProviderLevel>
  | UnitOf<'277CA', '2000D', PatientLevel277CA>
  | UnitOf<'277CA', '2200D', Claim277CA>
  | UnitOf<'834', '2000', Member>
  | UnitOf<'820', '2000A', OrganizationRemittance>
  | UnitOf<'820', '2000B', IndividualRemittance>
  | UnitOf<'270', '2000A', InformationSourceLevel270>
  | UnitOf<'270', '2000B', InformationReceiverLevel270>
  | UnitOf<'270', '2000C', SubscriberLevel270>
  | UnitOf<'271', '2000A', InformationSourceLevel271>
  | UnitOf<'271', '2000B', InformationReceiverLevel271>
  | UnitOf<'271', '2000C', SubscriberLevel271>
  | UnitOf<'276', '2000A', InformationSourceLevel276>
  | UnitOf<'276', '2000B', InformationReceiverLevel276>
  | UnitOf<'276', '2000C', ServiceProviderLevel276>
  | UnitOf<'276', '2000D', SubscriberLevel276>
  | UnitOf<'277', '2000A', InformationSourceLevel277>
  | UnitOf<'277', '2000B', InformationReceiverLevel277>
  | UnitOf<'277', '2000C', ServiceProviderLevel277>
  | UnitOf<'277', '2000D', SubscriberLevel277>
  | UnitOf<'275', '2000A', AdditionalInformation275>
  | UnitOf<'275', '2000A', AdditionalInformation2000A>;
