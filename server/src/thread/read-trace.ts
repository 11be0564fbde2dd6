import type { Permission, Role, Trace, TraceNode } from '@superbill/contract';
import { permissionsHeld } from '../access/held.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import {
  chargeNode,
  claimLineNode,
  codeNode,
  type EntryRow,
  evidenceNode,
  postingNode,
  remitLineNode,
  statementLineNode,
} from './nodes.ts';
import { findStart } from './start.ts';
import {
  loadPointers,
  loadTracedCharges,
  loadTracedClaimLines,
  loadTracedCodes,
  loadTracedEntries,
  loadTracedEvidence,
  loadTracedRemitLines,
  loadTracedStatementLines,
} from './store.ts';

type Kind = TraceNode['kind'];

/** The thread is no side door: each link wants the permission under which its own page is read. */
const needed: Record<Kind, Permission> = {
  evidence: 'encounter.read',
  code: 'encounter.read',
  charge: 'claim.read',
  'claim-line': 'claim.read',
  'remit-line': 'ledger.read',
  posting: 'ledger.read',
  'statement-line': 'ledger.read',
};

/**
 * Walks the thread from any of its links to both ends: from the physician's sentence to the patient's bill,
 * for the charge (or the code) that the link belongs to. Links that the hat may not read end the walk.
 */
export async function readTrace(
  unit: Work & { userId: string; hat: Role },
  kind: Kind,
  id: string,
): Promise<Trace> {
  const held = await permissionsHeld(unit, unit.userId, unit.hat);
  const may = (of: Kind) => held.includes(needed[of]);
  if (!may(kind)) throw new AppError('trace.not-found', { kind });
  const { nodes, links } = await collect(unit, kind, id);
  const seen = nodes.filter((node) => may(node.kind));
  const keys = new Set(seen.map(keyOf));
  const kept = new Map(
    links
      .filter(({ from, to }) => keys.has(from) && keys.has(to))
      .map((link) => [`${link.from} ${link.to}`, link]),
  );
  const [patientId] = seen.flatMap((node) => node.patientId ?? []);
  unit.audit('trace.read', { kind, id, ...(patientId ? { patientId } : {}), detail: { nodes: seen.length } });
  return { nodes: seen, links: [...kept.values()] };
}

async function collect(unit: Work, kind: Kind, id: string): Promise<Trace> {
  const start = await findStart(unit, kind, id);
  const { chargeIds } = start;
  const allPointers = await loadPointers(unit, chargeIds);
  const codeIds =
    start.codeIds === 'of-charges' ? [...new Set(allPointers.map((row) => row.code_id))] : start.codeIds;
  const codes = await loadTracedCodes(unit, codeIds);
  const evidence = await loadTracedEvidence(unit, codeIds);
  const charges = await loadTracedCharges(unit, chargeIds);
  const claimLines = await loadTracedClaimLines(unit, chargeIds);
  const claimLineIds = claimLines.map((row) => row.claim_line_id);
  const remitLines = await loadTracedRemitLines(unit, claimLineIds, start.remitLineIds);
  const entries = await loadTracedEntries(unit, chargeIds, start.postingIds);
  const statementLines = await loadTracedStatementLines(unit, chargeIds);

  const postings = new Map<string, EntryRow[]>();
  for (const entry of entries)
    postings.set(entry.posting_id, [...(postings.get(entry.posting_id) ?? []), entry]);
  const codeName = new Map(codes.map((row) => [row.code_id, row.code]));
  const codesOf = (chargeId: string) =>
    allPointers.filter((row) => row.charge_id === chargeId).flatMap((row) => codeName.get(row.code_id) ?? []);

  return {
    nodes: [
      ...evidence.map(evidenceNode),
      ...codes.map(codeNode),
      ...charges.map((row) => chargeNode(row, codesOf(row.charge_id))),
      ...claimLines.map(claimLineNode),
      ...remitLines.map(remitLineNode),
      ...[...postings.values()].flatMap((own) => (own[0] ? [postingNode(own[0], own)] : [])),
      ...statementLines.map(statementLineNode),
    ],
    links: [
      ...evidence.map((row) => link('evidence', `${row.code_id}:${row.ordinal}`, 'code', row.code_id)),
      ...allPointers.map((row) => link('code', row.code_id, 'charge', row.charge_id)),
      ...claimLines.map((row) => link('charge', row.charge_id, 'claim-line', row.claim_line_id)),
      ...remitLines.flatMap((row) =>
        row.claim_line_id ? [link('claim-line', row.claim_line_id, 'remit-line', row.remit_line_id)] : [],
      ),
      ...entries.flatMap((entry) =>
        causesOf(entry, remitLines).map(([from, fromId]) => link(from, fromId, 'posting', entry.posting_id)),
      ),
      // A bill says what stood in the books when it was written.
      ...statementLines.flatMap((row) =>
        entries
          .filter((entry) => entry.charge_id === row.charge_id && entry.posted_at <= row.created_at)
          .map((entry) => link('posting', entry.posting_id, 'statement-line', row.statement_line_id)),
      ),
    ],
  };
}

/** The nearest link before an entry: the payer's line, else our line, else the charge itself. */
function causesOf(
  entry: EntryRow,
  remitLines: readonly { remit_line_id: string; remit_claim_id: string }[],
): [Kind, string][] {
  if (entry.remit_line_id) return [['remit-line', entry.remit_line_id]];
  if (entry.claim_line_id) return [['claim-line', entry.claim_line_id]];
  if (entry.charge_id) return [['charge', entry.charge_id]];
  return remitLines
    .filter((line) => line.remit_claim_id === entry.remit_claim_id)
    .map((line) => ['remit-line', line.remit_line_id]);
}

function keyOf(node: Pick<TraceNode, 'kind' | 'id'>): string {
  return `${node.kind}/${node.id}`;
}

function link(from: Kind, fromId: string, to: Kind, toId: string): Trace['links'][number] {
  return { from: `${from}/${fromId}`, to: `${to}/${toId}` };
}
