/**
 * What elements are called in the named tree of `document/`, in the trade's terms: one row a segment or
 * composite, a name for each element in order. The words before the colon label the segment where a guide
 * gives no label of its own. `codes*12` are twelve elements that make one list; `adjustments:(reason
 * amount quantity)*6` are eighteen that make a list of six objects. Composites have names of their own below.
 */
const segmentTable = `
ISA header: authorizationQualifier authorization securityQualifier security senderQualifier senderId receiverQualifier receiverId date time repetition version control acknowledgementRequested usage component
TA1 acknowledgement: control date time status note
GS header: functionalId sender receiver date time control agency version
GE trailer: transactionCount control
IEA trailer: groupCount control
ST header: set control implementation
SE trailer: segmentCount control
BHT beginning: structure purpose reference date time type
NM1 name: entity type lastName firstName middleName prefix suffix idQualifier id entityRelationship relatedEntity relatedName
N1 name: entity name idQualifier id entityRelationship relatedEntity
N2 additional name: line1 line2
N3 address: line1 line2
N4 locality: city state zip country locationQualifier location subdivision
PER contact: function name numbers:(qualifier number)*3 inquiry
HL level: number parent level hasChildren
PRV specialty: role qualifier code state specialty organization
CUR currency: entity code exchangeRate otherEntity otherCode exchange moments:(qualifier date time)*5
REF reference: qualifier id description related
SBR coverage: sequence relationship groupNumber groupName insuranceType coordination response employment filing
PAT patient: relationship location employment student dateFormat deathDate weightUnit weight pregnant
DMG demographics: dateFormat birthDate sex maritalStatus races citizenship country verification quantity codeList code
DTP date: qualifier dateFormat date
DTM date: qualifier date time zone dateFormat period
CLM claim: controlNumber charge filing kind facility providerSignature assignment benefitsAssigned release patientSignature relatedCauses specialProgram response13 serviceLevel response15 agreement status benefitsExplained submissionReason delayReason
CL1 admission: type source patientStatus residency
DN1 orthodontics: totalMonths remainingMonths isTreatment description
DN2 tooth: number status quantity dateFormat date codeList
PWK supplement: report transmission copies entity idQualifier id description actions category
CN1 contract: type amount percent code discountPercent version
AMT amount: qualifier amount creditOrDebit
K3 file information: text format unit
NTE note: category text
CR1 ambulance transport: weightUnit weight transport reason distanceUnit distance from to roundTripPurpose stretcherPurpose
CR2 spinal manipulation: treatment treatments from to unit period monthlyTreatments condition isComplicated description furtherDescription hasXRays
CR3 equipment certification: certification unit duration insulin description
CR5 oxygen therapy: certification months equipment furtherEquipment reason flowRate dailyUses hourlyUses therapistOrder bloodGas saturation testCondition findings*3 portableFlowRate delivery portableEquipment
CR6 home health care: prognosis startDate dateFormat certificationPeriod diagnosisDate inSkilledFacility medicareCovered certification surgeryDate procedureQualifier procedure orderDate lastVisitDate physicianContactDate admissionFormat admissionPeriod facility diagnosisDates*4
CRC condition: category response conditions*5
HI code set: codes*12
HCP repricing: method allowed saved organization rate groupCode groupAmount revenueCode procedureQualifier procedure unit quantity rejection compliance exception
LX number: number
SV1 professional service: procedure charge unit quantity placeOfService serviceType pointers amount8 emergency multipleProcedures epsdt familyPlanning review reviewValue copay shortageArea reference zip amount19 levelOfCare agreement
SV2 institutional service: revenueCode procedure charge unit quantity rate nonCovered response residency levelOfCare
SV3 dental service: procedure charge placeOfService oralCavity prosthesis quantity description copay agreement response10 pointers
SV5 equipment: procedure unit quantity rental purchase frequency prognosis
TOO tooth: codeList code surfaces
MEA measurement: reference qualifier value unit from to significance attribute surface method codeList code
PS1 purchased service: provider charge state
LIN product: number products:(qualifier id)*15
CTP quantity: tradeClass priceType price quantity unit multiplierQualifier multiplier amount priceBasis condition multiplePrices
SVD decision: payer paid procedure revenueCode quantity bundledLine
CAS adjustment: group adjustments:(reason amount quantity)*6
LQ code: codeList code
FRM answer: question response text date percent
OI coverage information: filing submissionReason benefitsAssigned patientSignature agreement release
MOA outpatient adjudication: reimbursementRate payable remarks*5 endStageRenal professionalComponent
MIA inpatient adjudication: coveredDays outlier psychiatricDays drg remark disproportionateShare passThrough capital capitalFederalDrg capitalHospitalDrg capitalDisproportionateShare oldCapital capitalMedicalEducation hospitalDrg costReportDays federalDrg capitalOutlier indirectTeaching professionalComponent remarks*4 capitalException
QTY quantity: qualifier quantity unit text
TS3 provider summary: provider facilityType fiscalDate claims charge covered nonCovered denied providerPayment interest contractual grammRudman primaryPayer bloodDeductible nonLab coinsurance hcpcsReportable hcpcsPayable deductible professionalComponent patientLiability patientReimbursement pipClaims pipAdjustment
TS2 inpatient summary: drg federalDrg hospitalDrg disproportionateShare capital medicalEducation outlierDays dayOutlier costOutlier averageStay discharges costReportDays coveredDays nonCoveredDays passThrough averageWeight capitalFederalDrg capitalHospitalDrg drgDisproportionateShare
BPR payment: handling amount creditOrDebit method format senderBankQualifier senderBank senderAccountQualifier senderAccount originator originatorSupplement receiverBankQualifier receiverBank receiverAccountQualifier receiverAccount date businessFunction thirdBankQualifier thirdBank thirdAccountQualifier thirdAccount
TRN trace: type number originator division
RDM remittance delivery: transmission name number reference furtherReference
CLP claim payment: controlNumber status charge paid patientResponsibility filing payerControlNumber facilityType frequency patientStatus drg drgWeight dischargeFraction response
SVC service payment: procedure charge paid revenueCode quantity submittedProcedure submittedQuantity
PLB provider adjustment: provider fiscalDate adjustments:(cause amount)*6
STC status: status date action charge paid paidDate method checkDate checkNumber secondStatus thirdStatus message
EC employment class: codes*3 percent information occupation
ICM income: frequency wage hours location salaryGrade currency
HLH health: handling height weight formerWeight description condition furtherDescription
LUI language: qualifier code description use proficiency
DSB disability: type quantity occupation workIntensity productOption amount procedureQualifier procedure
HD health coverage: maintenance maintenanceReason insuranceLine plan coverageLevel count furtherCount underwriting lateEnrollment drugHouse response
IDC identification card: plan type count action
COB coordination of benefits: sequence groupNumber coordination serviceTypes
PLA place: action entity date time reason
ACT account: number name idQualifier id secondAccountQualifier secondAccount description paymentMethod benefitStatus
ENT entity: number entity idQualifier id secondEntity secondIdQualifier secondId referenceQualifier reference
RMR open item: qualifier id action paid billed discount adjustmentReason adjustment
ADX adjustment: amount reason qualifier id
IT1 item: id quantity unit price priceBasis products:(qualifier id)*10
SLN item detail: number parent configuration quantity unit price priceBasis relationship products:(qualifier id)*10
SAC charge or allowance: indicator service agency agencyCode amount percentQualifier percent rate unit quantity furtherQuantity handling reference option description language
AK1 answered group: functionalId control version
AK2 answered transaction: set control implementation
IK3 segment in error: segment position loop error
CTX context: context segment position loop element reference
IK4 element in error: position element error value
IK5 transaction answer: status errors*5
AK3 segment in error: segment position loop error
AK4 element in error: position element error value
AK5 transaction answer: status errors*5
AK9 group answer: status included received accepted errors*5
UM service review: category certification serviceType facility relatedCauses serviceLevel health prognosis release delayReason
HCR review decision: action number reasons secondOpinion
AAA rejection: isValid agency reason followUp
INS insured: isSubscriber relationship maintenance maintenanceReason benefitStatus medicare cobraEvent employment student handicap dateFormat deathDate confidentiality city state country birthSequence
MSG message: text control number
HSD delivery pattern: quantityQualifier quantity unit frequency periodQualifier periods calendarPattern timePattern
BGN beginning: purpose reference date time zone originalReference type action security
NX1 location: entities*5
CAT attachment category: report transmission version codeList code furtherCode furtherVersion
EFI file: security text securityMethod securityVersion program programVersion interchangeFormat formatVersion compression drawing file blockType recordLength blockLength compressionVersion filter
BIN binary data: length data
OOI object: relationship name value security
BDS binary data: filter length data
EQ inquiry: serviceTypes procedure coverageLevel insuranceType pointers
III information: codeList code category text quantity unit surfaces*3
MPI military information: information employment affiliation description rank dateFormat period
EB benefit: information coverageLevel serviceTypes insuranceType plan period amount percent quantityQualifier quantity needsAuthorization inNetwork procedure pointers
LS loop header: loop
LE loop trailer: loop`;

const compositeTable = `
C001 measure unit: parts:(unit exponent multiplier)*5
C002 actions: actions*5
C003 procedure: qualifier code modifiers*4 description lastCode
C004 diagnosis pointers: pointers*4
C005 tooth surfaces: surfaces*5
C006 oral cavity: areas*5
C022 industry code: qualifier code dateFormat date amount quantity version lastCode presentOnAdmission
C023 facility: code qualifier frequency
C024 related causes: causes*3 state country
C030 element position: element component repetition
C035 provider specialty: specialty agency response
C040 related reference: qualifier id secondQualifier secondId thirdQualifier thirdId
C042 adjustment cause: reason id
C043 status code: category code entity codeList
C052 medicare status: plan reasons*3
C056 race: race codeList code
C998 context name: name id
C999 element reference: element parent`;

/** What one element is called: itself, or (with `name`) a member of an item, or an item of a list. */
export interface NameSlot {
  name?: string;
  list?: { name: string; index: number };
}

export interface SegmentNames {
  /** In words: for a segment that needs no label of its own. */
  label: string;
  /** Element 01 (component 1) first. */
  slots: readonly NameSlot[];
}

function readSlots(words: string): NameSlot[] {
  const items = words.match(/\w+:\([^)]*\)\*\d+|\S+/g) ?? [];
  return items.flatMap((item): NameSlot[] => {
    const [, list = '', inner, times] = /^(\w+?)(?::\((.*)\))?(?:\*(\d+))?$/.exec(item) ?? [];
    if (list === '') throw new Error(`no name: ${item}`);
    if (times === undefined) return [{ name: list }];
    return Array.from({ length: Number(times) }, (_, index) => index).flatMap((index) =>
      inner === undefined
        ? [{ list: { name: list, index } }]
        : inner.split(' ').map((name) => ({ name, list: { name: list, index } })),
    );
  });
}

function readNames(table: string): Map<string, SegmentNames> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [, id = '', label = '', words = ''] = /^(\w+)(?: ([^:(]*))?: (.*)$/.exec(line) ?? [];
        if (id === '') throw new Error(`no names: ${line}`);
        return [id, { label, slots: readSlots(words) }];
      }),
  );
}

export const segmentNames: ReadonlyMap<string, SegmentNames> = readNames(segmentTable);
export const compositeNames: ReadonlyMap<string, SegmentNames> = readNames(compositeTable);
