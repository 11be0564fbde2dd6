const firms = (loops: readonly string[]) =>
  loops
    .map(
      (loop) =>
        `${loop} NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name [name-of-organization]`,
    )
    .join('\n');

const addresses = (loops: readonly string[]) =>
  loops.map((loop) => `${loop} N3 needs N4 ; a street lies in a city [address-city]`).join('\n');

const sent = 'PWK02=BM,EL,EM,FT,FX';

const attachments = (loop: string) => `
${loop} ${sent} & !PWK05 needs PWK06 ; an attachment that is sent has a number by which it is found [attachment-number]
${loop} PWK02=AA bars PWK05 or PWK06 ; an attachment that is only available on request has no number [attachment-number]`;

/** What the guides for professional, institutional and dental claims ask for alike. Source: 005010X222A1, X223A2, X224A2. */
export const claimSituations = `
1000A NM102=2 bars NM104 or NM105 ; an organization has no first name [name-of-organization]
${firms(['2010BA', '2330A'])}
${addresses(['2010BB', '2330A', '2330B'])}
2000A !^transaction/BHT06=31 bars 2010AC ; only a demand for subrogation (BHT06 = 31) has a pay-to plan [pay-to-plan]
2000A ^transaction/BHT06=31 needs 2010AC ; a demand for subrogation (BHT06 = 31) names the plan to pay to [pay-to-plan]
2000B !SBR06 & !SBR07 & !SBR08 needs SBR09 ; it tells what kind of plan the payer is [claim-filing]
2320 !SBR06 & !SBR07 & !SBR08 needs SBR09 ; it tells what kind of plan the payer is [claim-filing]
2000B SBR02=18 & !HL04=1 needs 2010BA/N3, 2010BA/N4, 2010BA/DMG ; the subscriber is the patient [subscriber-details]
2010BA N3 & !^2000B/SBR02=18 needs N4 ; a street lies in a city [address-city]
2010BA NM102=1 & !NM108 needs NM109 ; a subscriber who is a person has a member number [member-number]
2300 CLM05-3=7,8 needs REF*F8 ; a replacement or void names the claim it replaces [original-reference]
2300 CLM05-3=1 bars REF*F8 ; only a replacement or void names an earlier claim [original-reference]
${attachments('2300')}`;

/** Claims of professionals and dentists say what caused the injury. Source: 005010X222A1, X224A2, 2300 CLM11. */
export const accidentSituations = `
2300 CLM11-1=AA,OA|CLM11-2=AA,OA|CLM11-3=AA,OA needs DTP*439 ; a claim for an accident says when it happened [accident-date]
2300 DTP*439 & !CLM11-1 needs CLM11 ; a claim with the date of an accident says what kind it was [accident-cause]
2300 CLM11-1=AA|CLM11-2=AA|CLM11-3=AA & !CLM11-5 needs CLM11-4 ; a car accident says in which state it happened [accident-state]
2300 CLM11-1=AA|CLM11-2=AA|CLM11-3=AA & CLM11-5=US needs CLM11-4 ; a car accident says in which state it happened [accident-state]
2300 CLM11-1=EM,OA & !CLM11-2=AA|CLM11-3=AA bars CLM11-4 or CLM11-5 ; only a car accident says where it happened [accident-state]
${firms(['2010AA', '2310B', '2420A'])}`;

export const lineAttachments = attachments('2400');
