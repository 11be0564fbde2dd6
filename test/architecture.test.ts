import { describe, expect, test } from 'vitest';
import { circlesIn } from './architecture/circles.ts';
import {
  backedUpFirst,
  noBuiltSql,
  noClockNoChance,
  noDrawers,
  noMarkup,
  noProcesses,
  oneWayOut,
} from './architecture/constructs.ts';
import {
  declaredImports,
  noTestsInProduct,
  relativeInside,
  whoMayImportWhom,
} from './architecture/imports.ts';
import type { HouseRule } from './architecture/rule.ts';
import { parseSource, readSources, readText } from './architecture/source-file.ts';

const sources = readSources();

/** A rule with a file that keeps it and files that break it: a rule that cannot fail proves nothing. */
interface Shown {
  rule: HouseRule;
  kept: [path: string, text: string][];
  broken: [path: string, text: string][];
}

const shown: Shown[] = [
  {
    rule: whoMayImportWhom,
    kept: [
      ['engines/src/scrub/a.ts', "import { cents } from '../model/index.ts'; import './rule.ts';"],
      ['engines/src/codesets/search/a.ts', "import { x } from '../artifact.ts'; import 'fflate';"],
      ['contract/src/a.ts', "import { z } from 'zod'; import '@superbill/engines/model';"],
      ['server/src/a.ts', "import '@superbill/engines/x12'; import 'node:fs'; import 'hono';"],
      ['web/build.ts', "import 'node:fs'; import 'vite';"],
      ['web/src/ui/a.tsx', "import type { Cents } from '@superbill/engines/model'; import 'react';"],
      ['cli/src/a.ts', "import '@superbill/server/work'; import '@superbill/payer';"],
      ['engines/src/x12/a.test.ts', "import 'node:fs'; import '../scrub/index.ts';"],
    ],
    broken: [
      ['engines/src/model/a.ts', "import '../scrub/index.ts';"],
      ['engines/src/scrub/a.ts', "import '../x12/index.ts';"],
      ['engines/src/scrub/a.ts', "export * from '../ledger/index.ts';"],
      ['engines/src/scrub/a.ts', "import '@superbill/engines/x12';"],
      ['engines/src/scrub/a.ts', "import { readFileSync } from 'node:fs';"],
      ['engines/src/scrub/a.ts', "const fs = await import('node:fs');"],
      ['engines/src/coding/a.ts', "type Book = import('../codesets/index.ts').CodeBook;"],
      ['contract/src/a.ts', "import 'hono';"],
      ['contract/src/a.ts', "import 'node:crypto';"],
      ['server/src/a.ts', "import '@superbill/web/build';"],
      ['server/src/a.ts', "import '@superbill/payer';"],
      ['server/src/a.ts', "import '../../cli/src/start.ts';"],
      ['payer/src/a.ts', "import '@superbill/server/work';"],
      ['payer/src/a.ts', "import '@superbill/contract';"],
      ['payer/src/a.ts', "import 'kysely';"],
      ['web/src/ui/a.tsx', "import '@superbill/server/work';"],
      ['web/src/ui/a.tsx', "import 'node:path';"],
      ['web/build.ts', "import '@superbill/server/work';"],
      ['data/demo/a.ts', "import '@superbill/engines/model';"],
    ],
  },
  {
    rule: relativeInside,
    kept: [['server/src/claims/a.ts', "import '../work.ts'; import '@superbill/contract';"]],
    broken: [['server/src/claims/a.ts', "import '../../../contract/src/index.ts';"]],
  },
  {
    rule: noTestsInProduct,
    kept: [['engines/src/x12/a.test.ts', "import './testing/samples.ts'; import 'vitest';"]],
    broken: [
      ['engines/src/x12/a.ts', "import './testing/samples.ts';"],
      ['engines/src/ledger/a.ts', "import './examples.test-data.ts';"],
      ['server/src/a.ts', "import { expect } from 'vitest';"],
    ],
  },
  {
    rule: declaredImports,
    kept: [
      ['server/src/a.ts', "import 'kysely'; import '@hono/node-server/serve-static'; import 'node:fs';"],
      ['cli/src/a.test.ts', "import 'vitest'; import 'kysely'; import 'fast-check';"],
    ],
    broken: [
      ['contract/src/a.ts', "import 'kysely';"],
      ['server/src/a.ts', "import '@superbill/payer';"],
      ['server/src/a.ts', "import 'fast-check';"],
      ['web/src/a.test.tsx', "import 'left-pad';"],
    ],
  },
  {
    rule: noClockNoChance,
    kept: [
      ['server/src/a.ts', 'const day = new Date(at); const now = clock.now(); performance.now();'],
      ['server/src/clock.ts', 'export const now = () => new Date();'],
      ['engines/src/model/a.ts', 'Date.parse(text); new Date(0); Math.max(1, 2);'],
    ],
    broken: [
      ['engines/src/model/a.ts', 'Date.now();'],
      ['engines/src/model/a.ts', "Math['random']();"],
      ['engines/src/model/a.ts', 'const { now } = { now: globalThis.Date.now };'],
      ['engines/src/coding/a.ts', 'performance.now();'],
      ['server/src/claims/a.ts', 'const at = new Date().toISOString();'],
      ['server/src/claims/a.ts', 'const at = new Date;'],
      ['server/src/claims/a.ts', 'items.sort(() => Math.random() - 0.5);'],
    ],
  },
  {
    rule: noProcesses,
    kept: [['server/src/db/a.ts', "import { spawn } from 'node:child_process';"]],
    broken: [
      ['server/src/files/a.ts', "import { exec } from 'node:child_process';"],
      ['cli/src/a.ts', "const { exec } = await import('child_process');"],
    ],
  },
  {
    rule: oneWayOut,
    kept: [
      ['server/src/egress/a.ts', "import { request } from 'node:https';"],
      ['server/src/a.ts', 'const fetch = egressTo([{ at: url }]); await fetch(url); serve(app.fetch);'],
      ['web/src/a.ts', "fetch('/api/health');"],
      ['server/src/a.test.ts', "fetch('http://127.0.0.1');"],
    ],
    broken: [
      ['server/src/a.ts', 'await fetch(url);'],
      ['server/src/a.ts', 'await globalThis.fetch(url);'],
      ['cli/src/a.ts', 'const ask = fetch; ask(url);'],
      ['server/src/a.ts', 'discover(url, { customFetch: fetch });'],
      ['server/src/a.ts', "import { request } from 'node:https';"],
      ['cli/src/a.ts', "const http = await import('http');"],
      ['server/src/a.ts', "import net from 'node:net';"],
      ['server/src/a.ts', 'new WebSocket(url);'],
    ],
  },
  {
    rule: noMarkup,
    kept: [['web/src/a.tsx', 'element.textContent = note; const p = <p title="x">{note}</p>;']],
    broken: [
      ['web/src/a.tsx', 'element.innerHTML = note;'],
      ['web/src/a.tsx', "element['outerHTML'] = note;"],
      ['web/src/a.tsx', "element.insertAdjacentHTML('beforeend', note);"],
      ['web/src/a.tsx', 'const p = <p dangerouslySetInnerHTML={{ __html: note }} />;'],
      ['web/src/a.tsx', "createElement('p', { dangerouslySetInnerHTML: { __html: note } });"],
      ['web/src/a.tsx', 'document.write(note);'],
    ],
  },
  {
    rule: noBuiltSql,
    kept: [
      ['server/src/a.ts', `sql\`select \${id}\`; sql.raw('now()'); pool.query('select $1', [id]);`],
      ['server/src/a.ts', 'pool.query(`select 1`); schema.query(sql);'],
    ],
    broken: [
      ['server/src/a.ts', `sql.raw(\`order by \${column}\`);`],
      ['server/src/a.ts', "sql.raw('order by ' + column);"],
      ['server/src/a.ts', 'sql.raw(order);'],
      ['server/src/a.ts', `pool.query(\`select '\${id}'\`);`],
      ['server/src/a.ts', "pool.query('select ' + id);"],
    ],
  },
  {
    rule: backedUpFirst,
    kept: [
      ['server/src/backup/upgrade.ts', 'await migrate(database.pool);'],
      ['cli/src/a.ts', 'await upgradeDatabase(database, options); await pendingMigrations(pool);'],
      ['cli/src/a.test.ts', 'await migrate(database.pool);'],
    ],
    broken: [
      ['cli/src/a.ts', 'await migrate(database.pool);'],
      ['server/src/practice/a.ts', 'void migrate(pool, readMigrations());'],
    ],
  },
  {
    rule: noDrawers,
    kept: [['server/src/claims/store.ts', '']],
    broken: [
      ['server/src/utils.ts', ''],
      ['web/src/helpers/money.ts', ''],
      ['engines/src/Common/index.ts', ''],
      ['web/src/date-utils/util.test.ts', ''],
    ],
  },
];

describe.each(shown)('$rule.says', ({ rule, kept, broken }) => {
  test('in every file', () => {
    const faults = sources.flatMap((file) => rule.breaks(file).map((fault) => `${file.path}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test.each(kept)('kept by %s: %s', (path, text) => {
    expect(rule.breaks(parseSource(path, text))).toEqual([]);
  });

  test.each(broken)('broken by %s: %s', (path, text) => {
    expect(rule.breaks(parseSource(path, text))).not.toEqual([]);
  });
});

describe('no files take from each other in a loop', () => {
  test('in the whole house', () => {
    expect(circlesIn(sources)).toEqual([]);
  });

  test.each([
    ["import { b } from './b.ts';", "import type { A } from './a.ts';"],
    ["export * from './c.ts';", "import './a.ts';"],
  ])('a loop by %s is found', (first, last) => {
    const files = [
      parseSource('server/src/a.ts', first),
      parseSource('server/src/b.ts', last),
      parseSource('server/src/c.ts', "import './b.ts';"),
    ];
    expect(circlesIn(files)).toHaveLength(1);
    expect(circlesIn(files.slice(1))).toEqual([]);
  });
});

test('the rules look at the whole house', () => {
  const seen = new Set(sources.map(({ workspace }) => workspace));
  expect([...seen]).toEqual(
    expect.arrayContaining(['engines', 'contract', 'server', 'payer', 'web', 'cli', 'test']),
  );
  expect(sources.length).toBeGreaterThan(300);
});

test.each(['engines', 'contract'])('%s is compiled without the types of Node and of the browser', (part) => {
  const own = JSON.parse(readText(`${part}/tsconfig.json`));
  const base = JSON.parse(readText('tsconfig.base.json'));
  const { lib, types } = { ...base.compilerOptions, ...own.compilerOptions };
  expect({ lib, types }).toEqual({ lib: ['es2023'], types: [] });
});

test('a file that cannot be parsed is an error, not a file without imports', () => {
  expect(() => parseSource('server/src/a.ts', 'import from')).toThrow('server/src/a.ts');
});
