const addresses = (loops: readonly string[]) =>
  loops
    .map(
      (loop) => `
${loop} N3 needs N4 ; a street lies in a city
${loop} N401 & !N404 needs N402, N403 ; an address without a country lies in the United States
${loop} N404=US,CA needs N402, N403 ; an address in the United States or Canada has a state and a postal code`,
    )
    .join('');

const names = (loops: readonly string[]) =>
  loops
    .map((loop) => `\n${loop} NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name`)
    .join('');

/** What a 270 asks of itself. Source: ASC X12N 005010X279A1, situational rules. */
export const inquirySituations = `${names(['2100A', '2100B', '2100C'])}${addresses(['2100B', '2100C', '2100D'])}
transaction BHT02=01 needs BHT06 ; only an inquiry that said what it is for can be cancelled [cancelled-inquiry]
2100C always needs NM109 or NM103 or REF or DMG02 ; the payer finds a subscriber by a member number or by name [subscriber-search]
2100D always needs NM104 or NM103 or REF or DMG02 ; the payer finds a dependent by name, birth date or number [dependent-search]
2110C EQ05-1 needs ^2100C/HI ; a pointer names a diagnosis of the subscriber
2110D EQ05-1 needs ^2100D/HI ; a pointer names a diagnosis of the dependent`;

const benefit = (letter: 'C' | 'D') => `
2100${letter} INS03 needs INS04 ; a change has a reason
2100${letter} INS04 needs INS03 ; a reason belongs to a change
2110${letter} EB01=A & !EB07 needs EB08 ; co-insurance is a percentage [coinsurance-percent]
2110${letter} EB01=A bars EB07 ; co-insurance is a percentage, not an amount [coinsurance-amount]
2110${letter} EB01=B,C,G,J,Y & !EB08 needs EB07 ; what the patient pays of this kind is an amount [benefit-amount]
2110${letter} EB01=B,C,G,J,Y bars EB08 ; what the patient pays of this kind is an amount, not a percentage [benefit-percent]
2110${letter} EB14-1 needs ^2100${letter}/HI ; a pointer names a diagnosis
2115${letter} !III02 needs III01 or III03 ; III says something
2120${letter} N405 needs N406 ; a region has a number
2120${letter} NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name`;

/** What a 271 asks of itself. Source: ASC X12N 005010X279A1, situational rules. */
export const responseSituations = `${names(['2100A', '2100B', '2100C'])}${addresses(['2100B', '2100C', '2100D', '2120C', '2120D'])}${benefit('C')}${benefit('D')}`;
