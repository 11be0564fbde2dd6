/**
 * What the guide for dental claims asks for under a condition that the file itself shows, beside what all
 * claims have in common. Source: 005010X224A2.
 */
export const situationsOfDental = `
2010AA !NM108 needs NM109 ; a dentist has an NPI [billing-npi]
2400 SV305=R needs DTP*441 ; a prosthesis that replaces another says when that was placed [prior-placement]
2400 SV305=I bars DTP*441 ; the first prosthesis replaces none [prior-placement]`;
