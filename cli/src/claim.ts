import { readFile } from 'node:fs/promises';
import type { Claim, Finding } from '@superbill/engines/model';
import { readClaimJson, type ScrubFacts, scrub } from '@superbill/engines/scrub';
import { read837 } from '@superbill/engines/x12';
import { machineClock } from '@superbill/server/clock';
import type { EditionStore } from '@superbill/server/codesets/edition-store';
import { Command } from 'commander';
import { openCodeSets } from './code-sets.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** `superbill claim`: check claims before they are sent. */
export function claimCommand(terminal: Terminal = processTerminal()): Command {
  const claim = new Command('claim').description('check claims before they are sent');
  claim
    .command('scrub')
    .description('find what a payer would bounce')
    .argument('<file>', 'an 837 file, a claim as JSON, or a list of claims as JSON')
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action((file: string, options: ScrubOptions) => scrubFile(terminal, file, options));
  return claim;
}

interface ScrubOptions {
  data?: string;
  json?: true;
}

/** A finding, and the control number of its claim where the file holds several. */
type PlacedFinding = Finding & { claim?: string };

async function scrubFile(terminal: Terminal, file: string, options: ScrubOptions): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error.code ?? 'unreadable');
  if (typeof bytes === 'string') return refuse(terminal, options, `${file} cannot be read (${bytes}).`);
  const { claims, findings, problem } = /^\uFEFF?\s*[{[]/.test(bytes.toString('utf8', 0, 100))
    ? readJson(bytes.toString('utf8'))
    : readX12(bytes);
  if (problem !== undefined) return refuse(terminal, options, `${file}: ${problem}`);
  const codeSets = await openCodeSets(terminal, options);
  const scrubbed = claims.flatMap((claim, index): PlacedFinding[] => {
    const found = scrub(claim, factsFor(codeSets, claim, claims.slice(0, index)));
    return claims.length === 1 ? found : found.map((finding) => ({ ...finding, claim: claim.controlNumber }));
  });
  tell(terminal, options, [...findings, ...scrubbed]);
}

interface ReadClaims {
  claims: Claim[];
  findings: Finding[];
  problem?: string;
}

function readJson(text: string): ReadClaims {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { claims: [], findings: [], problem: `not JSON (${reason}).` };
  }
  const readings = (Array.isArray(json) ? json : [json]).map(readClaimJson);
  const problems = readings.flatMap((reading) => ('problems' in reading ? reading.problems : []));
  const claims = readings.flatMap((reading) => ('claim' in reading ? [reading.claim] : []));
  return problems.length > 0
    ? { claims, findings: [], problem: `no claim in the expected shape: ${problems.join('; ')}.` }
    : { claims, findings: [] };
}

const guideIds = {
  professional: '005010X222A1',
  institutional: '005010X223A2',
  dental: '005010X224A2',
} as const;

function readX12(bytes: Uint8Array): ReadClaims {
  const { submissions, findings } = read837(bytes);
  const claims = submissions.flatMap((submission) => submission.claims);
  const guides = [...new Set(submissions.map(({ kind }) => guideIds[kind]))];
  const told = findings.map(
    ({ code, severity, segment, id, loop, element, message, snip }): Finding => ({
      rule: `x12-${code}`,
      severity,
      at: [element ?? id, `segment ${segment}`, loop && `loop ${loop}`].filter(Boolean).join(', '),
      message,
      source: `${guides.join(', ') || '005010X222A1'}, SNIP type ${snip}`,
    }),
  );
  if (claims.length > 0) return { claims, findings: told };
  const first = told.find(({ severity }) => severity === 'error') ?? told[0];
  return {
    claims,
    findings: told,
    problem: first ? `no claim can be read: ${first.message}` : 'holds no 837 claim and no JSON.',
  };
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
