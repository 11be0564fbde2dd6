import fc, { type Arbitrary } from 'fast-check';
import { type Claim, type ClaimKind, type ClaimLine, type Contact, sum } from '../../../model/index.ts';
import type { ClaimParty, Submission837 } from '../../exchange.ts';
import { digits, envelope, letters, shape, station, text } from './basics.ts';
import { decide, otherPayers } from './coverage.ts';
import { dentalClaim, dentalLine } from './dental.ts';
import { institutionalClaim, institutionalLine, stay } from './institutional.ts';
import { billingProvider, claimProviders, payer, payToPlan, whose } from './people.ts';
import { professionalClaim, professionalLine } from './professional.ts';
import { repricing } from './supplements.ts';

const codes = 'I10 E11.22 J06.9 S52.501A M54.50 R05.9 K21.9 N18.31 F41.1 E78.5 D64.9 J45.909'.split(' ');

type Line = Omit<ClaimLine, 'controlNumber'>;

/** What a claim of a kind has beside what all have: `own`, and its lines. */
function content(kind: ClaimKind, diagnoses: number): Arbitrary<{ own: Partial<Claim>; lines: Line[] }> {
  const some = (line: Arbitrary<Line>) => fc.array(line, { minLength: 1, maxLength: 6 });
  if (kind === 'professional') {
    return fc.record({ own: professionalClaim, lines: some(professionalLine(diagnoses)) });
  }
  if (kind === 'dental') return fc.record({ own: dentalClaim, lines: some(dentalLine(diagnoses)) });
  return stay.chain((one) =>
    fc.record({
      own: institutionalClaim(one, diagnoses),
      lines: some(institutionalLine(one.statement, one.stays)),
    }),
  );
}

const mostDiagnoses: Record<ClaimKind, number> = { professional: 12, institutional: 12, dental: 4 };

const again = fc.option(
  fc.record({ frequency: fc.constantFrom('7', '8'), payerControlNumber: letters(1, 20) }),
  { nil: undefined },
);

/** Claims without faults, as the guide would have them. */
const arbitraryClaim = (kind: ClaimKind): Arbitrary<Claim> =>
  fc.integer({ min: kind === 'dental' ? 0 : 1, max: mostDiagnoses[kind] }).chain((count) =>
    fc
      .tuple(
        content(kind, count),
        fc.record({
          controlNumber: letters(1, 14),
          frequency: fc.constant('1'),
          billingProvider: billingProvider(kind),
          payer: payer(kind),
          diagnoses: fc.shuffledSubarray(codes, { minLength: count, maxLength: count }),
          assignmentOfBenefits: fc.constantFrom(true, false, 'not-applicable' as const),
        }),
        fc.option(fc.constant({ releaseOfInformation: 'I' as const }), { nil: {} }),
        claimProviders(kind),
        whose(kind),
        otherPayers(kind),
        again,
      )
      .chain(([{ own, lines: drawn }, core, release, providers, people, payers, replaced]) => {
        const lines = drawn.map((line, index) => ({ ...line, controlNumber: `L${index + 1}` }));
        const charge = sum(lines.map((line) => line.charge));
        // An ambulance has no facility but where it comes from and goes to.
        const { serviceFacility: _, ...others } = providers;
        const roles = own.ambulance ? others : providers;
        const claim = { kind, ...core, ...own, ...release, ...roles, ...people, ...replaced, charge };
        const decided = { ...claim, ...decide({ charge, lines }, payers) };
        return fc.option(repricing(kind, charge), { nil: undefined }).map((priced) => ({
          ...decided,
          otherCoverages: decided.otherCoverages.map((one) => sayingWhatDiffers(one, claim)),
          ...(priced && { repricing: priced }),
        }));
      }),
  );

/** A coverage says of the release what the claim does not say itself. */
function sayingWhatDiffers(
  { releaseOfInformation: release, ...coverage }: Claim['otherCoverages'][number],
  claim: Pick<Claim, 'releaseOfInformation'>,
): Claim['otherCoverages'][number] {
  return release === undefined || release === claim.releaseOfInformation
    ? coverage
    : { ...coverage, releaseOfInformation: release };
}

const identified = (party: Arbitrary<{ id: string }>) =>
  fc
    .tuple(party, text(30), fc.option(letters(16, 20), { nil: undefined }))
    .map(([one, name, identifier]): ClaimParty => ({ ...one, name, ...(identifier && { identifier }) }));

const contacts = fc.array(shape<Contact>({ phone: digits(10) }, { name: text(20) }), {
  minLength: 1,
  maxLength: 2,
});

/** Repeats some claims' people, so that levels are shared. */
export const arbitrarySubmission = (kind: ClaimKind): Arbitrary<Submission837> =>
  fc
    .tuple(
      shape<Omit<Submission837, 'submitter' | 'receiver' | 'claims'>>(
        {},
        { purpose: fc.constantFrom('encounters', 'subrogation') },
      ),
      payToPlan,
      envelope,
      identified(station),
      contacts,
      identified(station),
      fc.array(fc.tuple(arbitraryClaim(kind), fc.constantFrom('provider', 'people', 'none')), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([asked, plan, rest, submitter, reached, receiver, drawn]) => {
      const claims: Claim[] = [];
      for (const [index, [drawnClaim, shared]] of drawn.entries()) {
        const { billingProvider: provider, controlNumber } = drawnClaim;
        const claim = {
          ...drawnClaim,
          controlNumber: `${controlNumber}-${index}`,
          billingProvider: asked.purpose === 'subrogation' ? { ...provider, payToPlan: plan } : provider,
        };
        const before = claims.at(-1);
        if (before === undefined || shared === 'none') claims.push(claim);
        else if (shared === 'provider') claims.push({ ...claim, billingProvider: before.billingProvider });
        else claims.push({ ...before, controlNumber: claim.controlNumber });
      }
      return { ...asked, ...rest, submitter: { ...submitter, contacts: reached }, receiver, claims };
    });
