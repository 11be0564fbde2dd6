/**
 * What the guide for institutional claims asks for under a condition that the file itself shows, beside what
 * all claims have in common. Where it leaves inpatients and outpatients to the billing manual, the type of
 * bill decides. Source: 005010X223A2, 1.12.6; NUBC, UB-04 form locators 12, 15, 16 and 69.
 */
export const situationsOfInstitutional = `
2010AA !NM108 needs NM109 ; an institution that provides health care has an NPI [billing-npi]
2300 CLM05-1=11,18,21,41 needs DTP*435 ; an inpatient was admitted [admission-date]
2300 CLM05-1=32,33,81,82 needs DTP*435 ; home health and hospice care say when they began [admission-date]
2300 CLM05-1=11,18,41 & CLM05-3=1,4 & !CL103=30 needs DTP*096 ; an inpatient who has left was discharged at some hour [discharge-hour]
2300 CLM05-1=11,18,21,41 & CL103=30 bars DTP*096 ; the patient is still there [discharge-hour]
2300 CLM05-1=11,18,21,41 needs HI*ABJ or HI*BJ ; an inpatient was admitted for a diagnosis [admitting-diagnosis]
2300 CLM05-1=13,14,71,72,73,74,75,76,77,83,85 & !DTP*435 bars HI*ABJ or HI*BJ ; nobody was admitted [admitting-diagnosis]
2300 CLM05-1=11,18,21 & DTP*435 bars HI*APR or HI*PR ; an inpatient has an admitting diagnosis in its place [reason-for-visit]
2300 CLM05-1=11,18,21 needs CL102 ; an inpatient came from somewhere [admission-source]
2300 HI*BBQ needs HI*BBR ; other procedures follow a principal one [principal-procedure]
2300 HI*BQ needs HI*BR ; other procedures follow a principal one [principal-procedure]
2300 CLM05-1=13,14 bars HI*BBR or HI*BBQ ; procedures of outpatients are told at the lines, not in ICD [outpatient-procedures]
2300 2310C needs 2310B ; another operating physician stands beside a first [operating-physician]`;
