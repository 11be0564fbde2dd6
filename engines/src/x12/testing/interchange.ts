/**
 * Puts one transaction into an interchange. `body` has one segment a line, without ST and SE, whose count is
 * made here.
 */
export function interchange(set: string, version: string, body: string, functionalId = 'HC'): string {
  const segments = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [
    'ISA*00*          *00*          *ZZ*SENDER1        *ZZ*RECEIVER1      *270402*0930*^*00501*000000001*0*T*:',
    `GS*${functionalId}*SENDER1*RECEIVER1*20270402*0930*1*X*${version}`,
    // A remittance tells its version in GS08 alone.
    set === '835' ? `ST*${set}*0001` : `ST*${set}*0001*${version}`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
    '',
  ].join('~\n');
}
