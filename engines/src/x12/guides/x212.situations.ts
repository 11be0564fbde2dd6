const names = ['2100B', '2100C', '2100D']
  .map((loop) => `\n${loop} NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name`)
  .join('');

const request = (letter: 'D' | 'E') => `
2200${letter} !2210${letter} & !REF*BLT needs DTP*472 ; a request without service lines says when the claim was [claim-date]
2200${letter} REF*BLT needs DTP*472 ; an institutional claim says from when to when it runs [claim-date-institutional]
2210${letter} SVC01-1=NU bars SVC04 ; a revenue code stands in SVC01 already`;

/** What a 276 asks of itself. Source: ASC X12N 005010X212, situational rules. */
export const requestSituations = `${names}
2000D 2200D needs DMG ; the subscriber is the patient [patient-birth]${request('D')}${request('E')}`;

const response = (letter: 'D' | 'E') => `
2200${letter} STC09 needs STC08 ; a remittance that has a number has a date
2220${letter} SVC01-1=NU bars SVC04 ; a revenue code stands in SVC01 already`;

/** What a 277 asks of itself. Source: ASC X12N 005010X212, situational rules. */
export const responseSituations = `${names}${response('D')}${response('E')}`;
