const ofAddresses = ['1000A', '1000B', '1000C']
  .map(
    (loop) => `
${loop} N401 & !N404 needs N402, N403 ; an address that names no country lies in the United States [state-and-zip]
${loop} N404=US,CA needs N402, N403 ; the address lies in the United States or Canada [state-and-zip]
${loop} N3 needs N4 ; a street needs its city [city]`,
  )
  .join('');

/** What one part of a premium payment asks of another. */
export const situationsOfPremium = `
transaction BPR04=ACH needs BPR05, BPR06, BPR07, BPR08, BPR09, BPR12, BPR13, BPR14, BPR15 ; an ACH payment names its format and both banks [ach-banks]
transaction BPR04 & !BPR04=ACH bars BPR05 ; only an ACH payment has a format [ach-format]
transaction CUR02=USD bars CUR ; only a payment in another currency names it [us-dollars]
2300A 2320A/ADX needs RMR05 ; an adjusted payment differs from the amount billed [billed-amount]
2300B 2320B/ADX needs RMR05 ; an adjusted payment differs from the amount billed [billed-amount]
${ofAddresses}`;
