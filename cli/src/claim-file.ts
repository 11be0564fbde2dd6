import { readFile } from 'node:fs/promises';
import type { Claim, Finding } from '@superbill/engines/model';
import { readClaimJson } from '@superbill/engines/scrub';
import { read837 } from '@superbill/engines/x12';

/** What a file of claims holds; with a `problem`, a sentence for the person, nothing can be made of it. */
export interface ReadClaims {
  claims: Claim[];
  findings: Finding[];
  problem?: string;
}

/** Reads claims from an 837 file, or from JSON: one claim or a list of them. */
export async function readClaimFile(file: string): Promise<ReadClaims> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error.code ?? 'unreadable');
  if (typeof bytes === 'string') {
    return { claims: [], findings: [], problem: `${file} cannot be read (${bytes}).` };
  }
  const read = /^\uFEFF?\s*[{[]/.test(bytes.toString('utf8', 0, 100))
    ? readJson(bytes.toString('utf8'))
    : readX12(bytes);
  return read.problem === undefined ? read : { ...read, problem: `${file}: ${read.problem}` };
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
