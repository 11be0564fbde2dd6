import { formatMoney, sum } from '@superbill/engines/model';
import { amountOf, dateOf, type Transaction, type X12Document } from '@superbill/engines/x12';

/** An object of a document, whatever transaction it is of. */
type Tree = Readonly<Record<string, unknown>>;

/** What is counted in a transaction, by the name of the member, with the amounts that are added up. */
interface Counted {
  members: string;
  amounts?: readonly string[];
}

const lines: Counted = { members: 'serviceLines' };
const charged: Counted[] = [{ members: 'claims', amounts: ['charge'] }, lines];

const counted: Readonly<Record<Transaction['type'], readonly Counted[]>> = {
  '837P': charged,
  '837I': charged,
  '837D': charged,
  '835': [
    { members: 'claims', amounts: ['charge', 'paid', 'patientResponsibility'] },
    lines,
    { members: 'providerAdjustments' },
  ],
  '999': [{ members: 'answeredTransactions' }, { members: 'segmentsInError' }],
  '277CA': [{ members: 'claims' }, lines],
  '834': [{ members: 'members' }, { members: 'healthCoverages' }],
  '820': [
    { members: 'organizationRemittances' },
    { members: 'individualRemittances' },
    { members: 'remittanceItems' },
  ],
  '270': [{ members: 'subscriberLevels' }, { members: 'dependentLevels' }, { members: 'inquiries' }],
  '271': [
    { members: 'subscriberLevels' },
    { members: 'dependentLevels' },
    { members: 'benefits' },
    { members: 'rejections' },
  ],
  '276': [{ members: 'claims' }, lines],
  '277': [{ members: 'claims' }, lines],
  '278': [{ members: 'serviceLevels' }],
  '275': [{ members: 'additionalInformation' }],
  other: [],
};

/** A few lines on a file for a person: who sent what to whom, how much of it, and for how much. No patient is named. */
export function summarize({ interchanges }: X12Document): string[] {
  return interchanges.flatMap(({ header, acknowledgements = [], groups = [] }) => [
    `interchange ${header.control} from ${header.senderId} to ${header.receiverId}${header.usage === 'T' ? ', test' : ''}`,
    ...acknowledgements.map(
      ({ control, status, note }) => `  TA1 for interchange ${control}: ${status}, note ${note}`,
    ),
    ...groups.flatMap(({ transactions }) => transactions.flatMap((one) => summaryOf(one))),
  ]);
}

function summaryOf(transaction: Transaction): string[] {
  const { type, guide, control } = transaction;
  const tree: Tree = { ...transaction };
  const name = transaction.type === 'other' ? `${transaction.set} without a guide` : type;
  const segments = transaction.type === 'other' ? [`segments: ${transaction.segments.length}`] : [];
  const facts = [
    ...parties(tree),
    ...money(tree),
    ...counted[type].flatMap((one) => count(tree, one)),
    ...answer(tree),
    ...segments,
  ];
  return [`  ${name} ${control}, ${guide}`, ...facts.map((fact) => `    ${fact}`)];
}

/** Organizations that say more of a member than of the file. */
const personal: ReadonlySet<string> = new Set(['employers', 'schools', 'category']);

/** Organizations by role. People may be patients and stay out. */
function parties(transaction: Tree): string[] {
  const roles = new Map<string, Set<string>>();
  visit(transaction, 'transaction', (tree, member, holder) => {
    const { entity, type, name, lastName } = tree;
    if (typeof entity !== 'string' || personal.has(member)) return;
    const called = type === '2' ? lastName : type === undefined ? name : undefined;
    const role = member === 'name' ? holder : member;
    if (typeof called === 'string') roles.set(role, (roles.get(role) ?? new Set()).add(called));
  });
  return [...roles].map(([role, names]) => {
    const first = [...names].slice(0, 3).join('; ');
    return `${words(role)}: ${first}${names.size > 3 ? ` and ${names.size - 3} more` : ''}`;
  });
}

function money(transaction: Tree): string[] {
  const payment = inside(transaction, 'payment');
  const trace = inside(transaction, 'paymentTrace') ?? inside(transaction, 'traceNumber');
  if (!payment) return [];
  const { amount, method, date } = payment;
  const day = dateOf(typeof date === 'string' ? date : undefined) ?? 'without date';
  return [`payment: ${shown(amount)} by ${method}, ${day}, trace ${trace?.number}`];
}

function answer(transaction: Tree): string[] {
  const group = inside(transaction, 'answeredGroup');
  const verdict = inside(transaction, 'verdictOnGroup');
  if (!group || !verdict) return [];
  return [`group ${group.control}: ${verdict.status}, ${verdict.accepted} of ${verdict.received} accepted`];
}

/** A member that is an object; of a file with errors, anything may be missing. */
function inside(tree: Tree, member: string): Tree | undefined {
  const value = tree[member];
  return isTree(value) ? value : undefined;
}

function count(transaction: Tree, { members, amounts = [] }: Counted): string[] {
  const found: Tree[] = [];
  visit(transaction, 'transaction', (tree, member) => {
    if (member === members) found.push(tree);
  });
  if (found.length === 0) return [];
  const totals = amounts.map((amount) => {
    const all = found.map((tree) => amountOf(String(tree[amount] ?? '0'))).filter((one) => one !== undefined);
    return `${words(amount)} ${formatMoney(sum(all))}`;
  });
  return [[`${words(members)}: ${found.length}`, ...totals].join(', ')];
}

/** Sees every object of a document, with the name it goes by and that of the object that holds it. */
function visit(tree: Tree, name: string, see: (tree: Tree, member: string, holder: string) => void): void {
  for (const [member, value] of Object.entries(tree)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (!isTree(one)) continue;
      see(one, member, name);
      visit(one, member, see);
    }
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(amount: unknown): string {
  const read = amountOf(typeof amount === 'string' ? amount : undefined);
  return read === undefined ? 'no amount' : formatMoney(read);
}

/** `billingProvider` is `billing provider`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
