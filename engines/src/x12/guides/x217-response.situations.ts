/** Where a rejection may stand that leaves a patient event without a decision. */
const rejections = [
  '^2000A/AAA',
  '^2000A/2010A/AAA',
  '^2000B/2010B/AAA',
  '^2000C/2010C/AAA',
  '^2000D/2010D/AAA',
  'AAA',
  '2010EA/AAA',
  '2010EC/AAA',
  '2000F/AAA',
  '2000F/2010FA/AAA',
].join('|');

/**
 * What the response asks for under a condition. Source: 005010X217, response; its errata and X12 request for
 * interpretation 941 on HCR, which is due wherever the review was not rejected.
 */
export const situationsOfReviewResponse = `
2000A AAA01=N needs AAA03 ; a rejection has a reason [rejection-reason]
2000E !${rejections} needs HCR ; an event that was not rejected has a decision [decision]
2000E HCR01=A1,A6 needs HCR02 ; what is certified has a number [certification-number]
2000F HCR01=A1,A6 & !^2000E/HCR02 needs HCR02 ; what is certified has a number [certification-number]
2000E HCR01=A1 bars HCR03 ; what is certified as asked for needs no reason [decision-reason]
2000F HCR01=A1 bars HCR03 ; what is certified as asked for needs no reason [decision-reason]
2000E HCR01=A3 needs HCR03 ; what is not certified has a reason [decision-reason]
2000F HCR01=A3 needs HCR03 ; what is not certified has a reason [decision-reason]
2010FA !NM109 needs NM103 ; a provider has a name or an identifier [provider-identity]
2000E AAA bars HCR ; an event that is rejected has no decision [rejected-with-decision]
2000F AAA bars HCR ; a service that is rejected has no decision [rejected-with-decision]`;
