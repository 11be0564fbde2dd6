import { type CodePort, type PartnerProfile, readPartnerProfile } from '../../engines/src/x12/index.ts';
import { digest } from '../dice.ts';

/** A world of codes of its own: most are right, some wrong, of some nobody knows. What it is asked has to be fit to be asked. */
export const codes: CodePort = (set, code, date) => {
  if (code === '') throw new Error(`${set}: asked of nothing`);
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`${set}: asked of no day`);
  const roll = digest(Buffer.from(set + code)) % 32;
  return roll === 0 ? false : roll === 1 ? undefined : true;
};

const rules: Readonly<Record<string, readonly string[]>> = {
  '837P': [
    '2300 CLM05-1=21 needs REF*G1 ; a stay has a number',
    '2000B SBR09=CI bars 2010BA/REF*SY ; no such number',
  ],
  '837I': ['2300 CLM05-3=7,8 needs NTE ; a replacement says why'],
  '837D': ['2400 SV3 needs REF*6R ; a line has a number'],
  '835': ['2100 CLP02=4 needs MOA or CAS ; a denial says why'],
  '834': ['2000 INS03=024 needs DTP*357 ; who leaves has a last day'],
};

const profile = readPartnerProfile({
  partner: 'Imaginary Health Plan',
  versions: [{ effectiveFrom: '2000-01-01', source: 'Companion guide 1', rules }],
});
if ('problems' in profile) throw new Error(profile.problems.join('; '));

export const partner: PartnerProfile = profile.profile;

export const partnerRulesText = JSON.stringify(partner);
