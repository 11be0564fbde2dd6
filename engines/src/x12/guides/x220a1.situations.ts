/** Loops with an address that may be left out; the mailing address (2100C) may not. */
const addresses = ['2100A', '2100D', '2100E', '2100F', '2100G', '2100H', '2310', '2330'];

const ofAddresses = [
  ...['2100C', ...addresses].map(
    (loop) => `
${loop} N401 & !N404 needs N402, N403 ; an address that names no country lies in the United States [state-and-zip]
${loop} N404=US,CA needs N402, N403 ; the address lies in the United States or Canada [state-and-zip]`,
  ),
  ...addresses.map(
    (loop) => `
${loop} N3 needs N4 ; a street needs its city [city]`,
  ),
].join('');

/**
 * What one part of an enrollment asks of another. The words for it beyond the guide: X12 requests for
 * interpretation 159 (HD), 1122 (N3), 1844 (2100B DMG) and 1931 (INS07).
 */
export const situationsOfEnrollment = `
transaction BGN01=15,22 needs BGN06 ; a transaction that was sent before names the first one [original-reference]
2000 INS01=Y needs INS08 ; the member is the subscriber [employment-status]
2000 INS05=C needs INS07 ; the member is covered under COBRA [cobra-event]
2000 INS05=A,S,T bars INS07 ; only COBRA coverage has a qualifying event [cobra-event-without-cobra]
2000 INS03=021 & 2100A/NM1 needs 2300 ; a member who is added has coverage [coverage-of-new-member]
2000 INS03=021 needs 2100A/DMG ; a member who is added has a birth date and a sex [demographics-of-new-member]
2000 INS03=021 & INS01=Y needs 2100A/N3 ; a subscriber who is added has an address [address-of-new-subscriber]
2000 INS03=024 & 2100A/NM1 & !2300 needs DTP*357 ; a termination of the member, not of a coverage, says when it ends [termination-date]
2000 2100A/NM1*74 needs 2100B ; a corrected name or number is told from the incorrect one [incorrect-name]
2000 2100B/NM1*70 & 2100A/NM1*IL needs 2100B/DMG ; with IL in NM101 only demographics are corrected [incorrect-demographics]
2000 LS needs 2700, LE ; LS opens the reporting categories [reporting-categories]
2000 LE & !LS & !2700/LX needs LS ; LE closes the reporting categories [reporting-categories]
2000 2700/LX needs LS ; reporting categories stand between LS and LE [reporting-categories]
2300 HD01=021,025 & DTP needs DTP*348 ; coverage that is added or reinstated begins on a date [benefit-begin]
2300 HD01=002,024 & DTP needs DTP*349 ; coverage that is taken away ends on a date [benefit-end]
${ofAddresses}`;
