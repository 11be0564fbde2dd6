import type { Claim, Finding } from '@superbill/engines/model';
import { type ScrubFacts, scrub } from '@superbill/engines/scrub';
import { machineClock } from '@superbill/server/clock';
import type { EditionStore } from '@superbill/server/codesets/edition-store';
import { Command } from 'commander';
import { readClaimFile } from './claim-file.ts';
import { addPrintCommand } from './claim-print.ts';
import { openCodeSets } from './code-sets.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** `superbill claim`: check claims before they are sent, and put them on paper. */
export function claimCommand(terminal: Terminal = processTerminal()): Command {
  const claim = new Command('claim').description('check claims before they are sent, print them on forms');
  claim
    .command('scrub')
    .description('find what a payer would bounce')
    .argument('<file>', 'an 837 file, a claim as JSON, or a list of claims as JSON')
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action((file: string, options: ScrubOptions) => scrubFile(terminal, file, options));
  addPrintCommand(claim, terminal);
  return claim;
}

interface ScrubOptions {
  data?: string;
  json?: true;
}

/** A finding, and the control number of its claim where the file holds several. */
type PlacedFinding = Finding & { claim?: string };

async function scrubFile(terminal: Terminal, file: string, options: ScrubOptions): Promise<void> {
  const { claims, findings, problem } = await readClaimFile(file);
  if (problem !== undefined) return refuse(terminal, options, problem);
  const codeSets = await openCodeSets(terminal, options);
  const scrubbed = claims.flatMap((claim, index): PlacedFinding[] => {
    const found = scrub(claim, factsFor(codeSets, claim, claims.slice(0, index)));
    return claims.length === 1 ? found : found.map((finding) => ({ ...finding, claim: claim.controlNumber }));
  });
  tell(terminal, options, [...findings, ...scrubbed]);
}

function factsFor(codeSets: EditionStore, claim: Claim, earlierClaims: readonly Claim[]): ScrubFacts {
  const today = machineClock.today();
  const serviceDate = claim.lines[0]?.serviceDate ?? today;
  return {
    today,
    // Without the list of CMS every code of the right form is taken.
    isPlaceOfService: (code) => codeSets.lists.isListed('place-of-service', code, serviceDate) !== false,
    earlierClaims,
    codesOn(date) {
      const found = codeSets.editionFor('icd10cm', date);
      if (!found) return undefined;
      const { codes, outOfDate } = found;
      return {
        edition: codes.edition.edition,
        partial: codes.edition.starter || outOfDate,
        lookup(code) {
          const entry = codes.lookup(code);
          if (!entry) return undefined;
          return {
            billable: entry.billable,
            excludes1: entry.notes.flatMap((note) => note.excludes1 ?? []),
            codeFirst: entry.notes.flatMap((note) => note.codeFirst ?? []),
          };
        },
      };
    },
  };
}

function tell(terminal: Terminal, { json }: ScrubOptions, findings: PlacedFinding[]): void {
  if (json) terminal.out(JSON.stringify({ findings }));
  else if (findings.length === 0) terminal.out('Nothing to fix. Ready to send.');
  else {
    for (const { claim, severity, at, message, rule } of findings) {
      terminal.out(`${claim === undefined ? '' : `${claim}: `}${severity} at ${at}: ${message} [${rule}]`);
    }
  }
  if (findings.some(({ severity }) => severity === 'error')) terminal.exit(1);
}

function refuse(terminal: Terminal, { json }: ScrubOptions, message: string): void {
  if (json) terminal.out(JSON.stringify({ error: { code: 'claim.unreadable', message } }));
  terminal.err(message);
  terminal.exit(2);
}
