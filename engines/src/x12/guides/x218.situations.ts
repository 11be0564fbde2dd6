const ofAddresses = ['1000A', '1000B', '1000C']
  .map(
    (loop) => `
${loop} N401 & !N404 needs N402, N403 ; an address that names no country lies in the United States [state-and-zip]
${loop} N404=US,CA needs N402, N403 ; the address lies in the United States or Canada [state-and-zip]
${loop} N3 needs N4 ; a street needs its city [city]`,
  )
  .join('');

/**
 * What one part of a premium payment asks of another. Where the standard's own conditions already tell that
 * one of a pair of elements is missing, nothing more is said.
 */
export const situationsOfPremium = `
transaction BPR04=ACH needs BPR05 ; an ACH payment says in which format it comes [ach-format]
transaction BPR04=ACH & !BPR06 & !BPR07 needs BPR06, BPR07 ; an ACH payment names the payer's bank [ach-banks]
transaction BPR04=ACH & !BPR08 needs BPR08, BPR09 ; an ACH payment names the payer's account [ach-banks]
transaction BPR04=ACH & !BPR12 & !BPR13 needs BPR12, BPR13 ; an ACH payment names the receiver's bank [ach-banks]
transaction BPR04=ACH & !BPR14 needs BPR14, BPR15 ; an ACH payment names the receiver's account [ach-banks]
transaction BPR04=BOP,CHK,FWT,NON,SWT bars BPR05 ; only an ACH payment has a format [ach-format-without-ach]
transaction BPR04=CHK,NON bars BPR06 or BPR07 or BPR08 or BPR09 or BPR12 or BPR13 or BPR14 or BPR15 ; neither a check nor a notice goes from one account to another [banks-without-transfer]
transaction CUR02=USD bars CUR ; only a payment in another currency names it [us-dollars]
2300A 2320A/ADX needs RMR05 ; an adjusted payment differs from the amount billed [billed-amount]
2300B 2320B/ADX needs RMR05 ; an adjusted payment differs from the amount billed [billed-amount]
${ofAddresses}`;
