import { Visitor } from 'oxc-parser';
import type { HouseRule } from './rule.ts';
import type { SourceFile } from './source-file.ts';

/** Where the machine's clock is read: the port, and the lock that is taken before there is a system. */
const ownsTime = ['server/src/clock.ts', 'server/src/db/lock.ts'];

export const noClockNoChance: HouseRule = {
  says: 'engines and server ask neither the clock nor chance; both come in by a port',
  breaks(file) {
    if (file.isTest || ownsTime.includes(file.path)) return [];
    if (!['engines', 'contract', 'server'].includes(file.workspace)) return [];
    const found: string[] = [];
    new Visitor({
      NewExpression({ callee, arguments: given }) {
        if (nameOf(callee) === 'Date' && given.length === 0) found.push('new Date()');
      },
      CallExpression({ callee }) {
        if (nameOf(callee) === 'Date') found.push('Date()');
      },
      MemberExpression(member) {
        const name = dotted(member);
        if (name === 'Date.now' || name === 'Math.random') found.push(`${name}()`);
        if (name === 'performance.now' && file.workspace !== 'server') found.push(`${name}()`);
      },
    }).visit(file.program);
    return found;
  },
};

export const noProcesses: HouseRule = {
  says: 'only the supervisor of the database starts programs',
  breaks(file) {
    if (file.isTest || file.path.startsWith('server/src/db/')) return [];
    return file.imports
      .filter(({ name }) => name === 'node:child_process' || name === 'child_process')
      .map(({ name }) => `imports ${name}`);
  },
};

/** The one way to a newer schema, and what writes down the schema of an empty database. */
const migrates = ['server/src/backup/upgrade.ts', 'server/src/db/generate-types.ts'];

export const backedUpFirst: HouseRule = {
  says: 'a database is migrated by upgradeDatabase alone, which backs up a practice first',
  breaks(file) {
    if (file.isTest || !['server', 'cli'].includes(file.workspace) || migrates.includes(file.path)) return [];
    const found: string[] = [];
    new Visitor({
      CallExpression({ callee }) {
        if (nameOf(callee) === 'migrate') found.push('migrate()');
      },
    }).visit(file.program);
    return found;
  },
};

/** Who opens connections: the way out, the door for requests, and what the database's supervisor asks itself. */
const opensConnections = ['server/src/egress/', 'server/src/http/serve.ts', 'server/src/db/'];
const networkModules = /^(?:node:)?(?:https?|http2|net|tls|dgram|undici)$/;
const connecting = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']);

export const oneWayOut: HouseRule = {
  says: 'everything that leaves goes through server/src/egress',
  breaks(file) {
    if (file.isTest || !['server', 'cli', 'engines', 'contract'].includes(file.workspace)) return [];
    if (opensConnections.some((place) => file.path.startsWith(place))) return [];
    // A name that the file gives to something of its own, such as a client of egress, is not the global.
    const own = new Set<string>();
    const found: string[] = [];
    const look = (node: Node | null | undefined) => {
      const name = node ? (nameOf(node) ?? globalOf(node)) : undefined;
      if (name !== undefined && connecting.has(name)) found.push(name);
    };
    new Visitor({
      VariableDeclarator({ id, init }) {
        if (init?.type === 'CallExpression' && nameOf(init.callee) === 'egressTo') own.add(nameOf(id) ?? '');
        look(init);
      },
      CallExpression({ callee, arguments: given }) {
        for (const node of [callee, ...given]) look(node);
      },
      NewExpression: ({ callee }) => look(callee),
      Property: ({ value }) => look(value),
      AssignmentExpression: ({ right }) => look(right),
    }).visit(file.program);
    const modules = file.imports.filter(({ name }) => networkModules.test(name));
    return [...found.filter((name) => !own.has(name)), ...modules.map(({ name }) => `imports ${name}`)];
  },
};

const markupSinks = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML']);

export const noMarkup: HouseRule = {
  says: 'no text ever becomes markup',
  breaks(file) {
    const found: string[] = [];
    const look = (name: string | undefined) => {
      if (name !== undefined && markupSinks.has(name)) found.push(name);
    };
    new Visitor({
      MemberExpression(member) {
        look(propertyOf(member));
        if (dotted(member) === 'document.write') found.push('document.write');
      },
      JSXAttribute: ({ name }) => look(name.type === 'JSXIdentifier' ? name.name : undefined),
      Property: ({ key }) => look(nameOf(key) ?? textOf(key)),
    }).visit(file.program);
    return found;
  },
};

/** Where a statement has no place for parameters: the password of a new role. */
const escapesByHand = ['server/src/db/embedded.ts'];

export const noBuiltSql: HouseRule = {
  says: 'SQL is written, never put together from values',
  breaks(file) {
    if (file.isTest || escapesByHand.includes(file.path)) return [];
    const found: string[] = [];
    new Visitor({
      CallExpression({ callee, arguments: [given] }) {
        if (callee.type !== 'MemberExpression' || given === undefined) return;
        const name = dotted(callee);
        const takesSql = name === 'sql.raw' || name === 'sql.lit' || propertyOf(callee) === 'query';
        if (takesSql && isPutTogether(given)) found.push(`${name ?? 'query'}(…) of a put-together text`);
        if (name === 'sql.raw' && textOf(given) === undefined && !isPutTogether(given))
          found.push('sql.raw(…) of a value');
      },
    }).visit(file.program);
    return found;
  },
};

type Node = { type: string };

function isPutTogether(node: Node): boolean {
  if (node.type === 'TemplateLiteral')
    return 'expressions' in node && Array.isArray(node.expressions) && node.expressions.length > 0;
  return node.type === 'BinaryExpression' && 'operator' in node && node.operator === '+';
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' && 'name' in node ? String(node.name) : undefined;
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateLiteral' && !isPutTogether(node) ? '' : undefined;
}

/** `fetch` of `globalThis.fetch`. */
function globalOf(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const name = dotted(node as unknown as { object: Node; property: Node });
  return name?.startsWith('globalThis.') ? name.slice('globalThis.'.length) : undefined;
}

/** The property of `a.b` and `a['b']`. */
function propertyOf(member: { property: Node }): string | undefined {
  return nameOf(member.property) ?? textOf(member.property);
}

/** `Date.now`, also of `globalThis.Date.now`. */
function dotted(member: { object: Node; property: Node }): string | undefined {
  const { object } = member;
  const owner =
    nameOf(object) ??
    ('property' in object ? propertyOf(object as unknown as { property: Node }) : undefined);
  const property = propertyOf(member);
  return owner !== undefined && property !== undefined ? `${owner}.${property}` : undefined;
}

/** A name that says nothing of what is inside: such a place collects everything. */
export const noDrawers: HouseRule = {
  says: 'nothing is called utils, helpers or common',
  breaks: ({ path }: Pick<SourceFile, 'path'>) =>
    path
      .split('/')
      .filter((part) => /^(utils?|helpers?|commons?|misc)$/i.test(part.split('.')[0] ?? ''))
      .map((part) => `${part} says nothing of what is inside`),
};
