/** Loops with an address. */
const addresses = ['2010B', '2010C', '2010D', '2010EA', '2010EB', '2010EC', '2010F', '2010FA', '2010FB'];

const ofAddresses = addresses
  .map(
    (loop) => `
${loop} N401 & !N404 needs N402, N403 ; an address that names no country lies in the United States [state-and-zip]`,
  )
  .join('');

const ofNames = ['2010A', '2010B', '2010EA', '2010FA']
  .map(
    (loop) => `
${loop} NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name [name-of-organization]`,
  )
  .join('');

/** What request and response of a services review ask for under a condition. Source: 005010X217. */
export const situationsOfReview = `
2000E PWK02=BM,EL,EM,FX & !PWK05 needs PWK06 ; an attachment sent apart is found by its control number [attachment-number]
2000F PWK02=BM,EL,EM,FX & !PWK05 needs PWK06 ; an attachment sent apart is found by its control number [attachment-number]
2010EA !NM109 needs NM103 ; a provider has a name or an identifier [provider-identity]
2000F SV1 bars SV2, SV3 ; a service is professional, institutional or dental, one of them [one-service]
2000F SV2 bars SV3 ; a service is professional, institutional or dental, one of them [one-service]
2000F !UM & !SV1 & !SV2 needs SV1 or SV2 or SV3 ; a service level says which service it is about [service-missing]
2000F TOO & SV1|SV2 needs SV3 ; teeth belong to a dental service [dental-service]
${ofAddresses}${ofNames}`;
