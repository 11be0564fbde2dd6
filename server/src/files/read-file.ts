import type { InboundFileView } from '@superbill/contract';
import { read277CA, read835, read999, readTA1, sniff, type X12Finding } from '@superbill/engines/x12';
import { applyClaimAcknowledgement, applyFileAcknowledgement } from '../claims/apply-acknowledgement.ts';
import { type IntakeOptions, postRemits } from '../remits/post-remit.ts';
import type { Work } from '../work.ts';
import { FileProblem } from './file-problem.ts';

type Kind = NonNullable<InboundFileView['kind']>;

/** Reads a file from a payer and applies everything in it, or throws a {@link FileProblem} and applies nothing. */
export async function readFile(
  unit: Work,
  inboundFileId: string,
  content: Uint8Array,
  options: IntakeOptions,
): Promise<{ kind: Kind; alreadyPosted: boolean }> {
  const kinds = [...new Set(sniff(content))];
  if (kinds.length === 0) {
    throw new FileProblem({
      code: 'file.not-x12',
      message: 'This is not an X12 file: it does not begin with an ISA segment.',
      at: 'segment 1',
      nextStep: 'Ask the payer for the file again, or set it aside.',
    });
  }
  let alreadyPosted = false;
  for (const kind of kinds) {
    if (kind === 'TA1') {
      const { acknowledgements, findings } = readTA1(content);
      refuseDamaged(findings);
      for (const answer of acknowledgements) await applyFileAcknowledgement(unit, inboundFileId, answer);
    } else if (kind === '999') {
      const { acknowledgements, findings } = read999(content);
      refuseDamaged(findings);
      for (const answer of acknowledgements) await applyFileAcknowledgement(unit, inboundFileId, answer);
    } else if (kind === '277CA') {
      const { claims, findings } = read277CA(content);
      refuseDamaged(findings);
      for (const answer of claims) await applyClaimAcknowledgement(unit, inboundFileId, answer);
    } else if (kind === '835') {
      const { remits, findings } = read835(content);
      refuseDamaged(findings);
      alreadyPosted = (await postRemits(unit, inboundFileId, remits, options)) === 'already-posted';
    } else {
      throw new FileProblem({
        code: 'file.unexpected-kind',
        message: `This file holds a ${kind} transaction, which a payer does not send here.`,
        nextStep: 'Expected are TA1, 999, 277CA and 835. Set it aside if it is not for this practice.',
      });
    }
  }
  const [only] = kinds;
  return { kind: kinds.length === 1 ? (only as Kind) : 'mixed', alreadyPosted };
}

/** Files that are broken as X12 (SNIP 1) are not used at all; lesser faults do not stop what can be read. */
function refuseDamaged(findings: readonly X12Finding[]): void {
  const fault = findings.find((finding) => finding.severity === 'error' && finding.snip === 1);
  if (!fault) return;
  throw new FileProblem({
    code: 'file.damaged',
    message: `The file is damaged: ${fault.message}`,
    at: `segment ${fault.segment}, byte ${fault.position}`,
    nextStep: 'Nothing of it was used. Ask the payer for the file again.',
  });
}
