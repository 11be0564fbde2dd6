import type { Check } from '@superbill/contract';
import { outcome, type Scope } from './check.ts';

const page = 500;

/**
 * The first link of the thread: every live code has evidence, and every quote stands, word for word, at its
 * place in the version of the document that it names. Offsets count UTF-16 units, so this is compared here.
 */
export async function verifyEvidence(scope: Scope): Promise<Check> {
  const faults = (await loadBareCodes(scope)).map((id) => `code ${id} has no evidence`);
  let looked = 0;
  let after = { codeId: '00000000-0000-0000-0000-000000000000', ordinal: 0 };
  for (;;) {
    const rows = await loadEvidence(scope, after);
    for (const row of rows) {
      const stands =
        row.text.slice(row.span_start, row.span_end) === row.quote && row.of_code === row.of_document;
      if (!stands) faults.push(`evidence ${row.code_id}:${row.ordinal} does not stand in its document`);
    }
    looked += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < page) break;
    after = { codeId: last.code_id, ordinal: last.ordinal };
  }
  return outcome('evidence-stands', {
    looked: `${looked} quotes, each found in its document`,
    faults,
    next: 'The record or the codes were changed outside of Superbill: compare with a backup.',
  });
}

async function loadBareCodes({ db, organizationId }: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('code_assignment as a')
    .leftJoin('code_evidence as v', (join) =>
      join.onRef('v.organization_id', '=', 'a.organization_id').onRef('v.code_id', '=', 'a.code_id'),
    )
    .select('a.code_id')
    .where('a.organization_id', '=', organizationId)
    .where('a.removed_at', 'is', null)
    .where('v.code_id', 'is', null)
    .execute();
  return rows.map((row) => row.code_id);
}

function loadEvidence({ db, organizationId }: Scope, after: { codeId: string; ordinal: number }) {
  return db
    .selectFrom('code_evidence as v')
    .innerJoin('document_version as n', (join) =>
      join
        .onRef('n.organization_id', '=', 'v.organization_id')
        .onRef('n.document_id', '=', 'v.document_id')
        .onRef('n.version', '=', 'v.document_version'),
    )
    .innerJoin('document as d', (join) =>
      join.onRef('d.organization_id', '=', 'v.organization_id').onRef('d.document_id', '=', 'v.document_id'),
    )
    .innerJoin('code_assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'v.organization_id').onRef('a.code_id', '=', 'v.code_id'),
    )
    .select(['v.code_id', 'v.ordinal', 'v.span_start', 'v.span_end', 'v.quote', 'n.text'])
    .select(['a.encounter_id as of_code', 'd.encounter_id as of_document'])
    .where('v.organization_id', '=', organizationId)
    .where((is) =>
      is.or([
        is('v.code_id', '>', after.codeId),
        is.and([is('v.code_id', '=', after.codeId), is('v.ordinal', '>', after.ordinal)]),
      ]),
    )
    .orderBy('v.code_id')
    .orderBy('v.ordinal')
    .limit(page)
    .execute();
}

/** The second link: every charge that was sent says for which codes it was needed. */
export async function verifyPointers({ db, organizationId }: Scope): Promise<Check> {
  const rows = await db
    .selectFrom('claim_line as l')
    .leftJoin('charge_diagnosis as d', (join) =>
      join.onRef('d.organization_id', '=', 'l.organization_id').onRef('d.charge_id', '=', 'l.charge_id'),
    )
    .select('l.charge_id')
    .select((is) => is.fn.count<number>('d.code_id').as('pointers'))
    .where('l.organization_id', '=', organizationId)
    .groupBy('l.charge_id')
    .execute();
  return outcome('sent-charges-have-codes', {
    looked: `${rows.length} charges that were sent`,
    faults: rows
      .filter((row) => Number(row.pointers) === 0)
      .map((row) => `charge ${row.charge_id} points to no code`),
    next: 'Compare the charge with the claim that was sent.',
  });
}
