import { type Guide, type LoopUse, opener, type SegmentUse } from '../guides/guide.ts';
import { compositeNames, segmentNames } from '../standard/names.ts';
import { flowOf } from './flow.ts';
import { type MergedUses, mergeUses } from './merged-uses.ts';
import { pascalCase } from './naming.ts';
import { planOf } from './plan.ts';
import { type ElementShape, type Shape, segmentShape } from './shape.ts';

interface Property {
  name: string;
  isOptional: boolean;
  type: string;
  isList: boolean;
  /** Where it is written: `CLM02`, `REF*F8`, `loop 2300`. */
  source: string;
}

/** What transactions are called, by type and, where there are requests and responses of one type, by that. */
const titles: Readonly<Record<string, string>> = {
  '837P': 'ProfessionalClaims837P',
  '837I': 'InstitutionalClaims837I',
  '837D': 'DentalClaims837D',
  '835': 'Remittance835',
  '999': 'ImplementationAcknowledgment999',
  '277CA': 'ClaimAcknowledgment277CA',
  '834': 'Enrollment834',
  '820': 'PremiumPayment820',
  '270': 'EligibilityInquiry270',
  '271': 'EligibilityResponse271',
  '276': 'StatusInquiry276',
  '277': 'StatusResponse277',
  '278 request': 'ReviewRequest278',
  '278 response': 'ReviewResponse278',
  '275': 'Attachment275',
};

/**
 * `types.generated.ts`: an interface for each transaction, for each loop (one for all that have label and
 * shape in common) and for each segment and composite (one for all guides), and what units a stream hands over.
 */
export function describeTypes(guides: readonly Guide[]): string {
  return new TypeWriter(guides).write();
}

function loopsIn(use: LoopUse): LoopUse[] {
  return use.children.flatMap((child) => (child.kind === 'loop' ? [child, ...loopsIn(child)] : []));
}

class TypeWriter {
  readonly #guides: readonly Guide[];
  readonly #merged: MergedUses;
  /** Declarations by name. */
  readonly #declared = new Map<string, string>();
  /** Names of loops by label and shape. */
  readonly #loops = new Map<string, string>();
  /** How many shapes there are for the label of a loop. */
  readonly #shapesOf = new Map<string, Set<string>>();

  constructor(guides: readonly Guide[]) {
    this.#guides = guides;
    this.#merged = mergeUses(guides);
  }

  write(): string {
    for (const { root } of this.#guides) this.#count(root);
    const names = this.#guides.map((guide) => this.#transaction(guide));
    return [
      '// Made from the guides by `npm run x12:types`. Do not edit.',
      "import type { LoopExtras, OtherTransaction, TransactionHead } from './transaction-head.ts';",
      "import type { TreeObject } from './tree.ts';\n",
      ...this.#declared.values(),
      '/** Any transaction; `type` tells which. */',
      `export type Transaction =\n  | ${[...names, 'OtherTransaction'].join('\n  | ')};\n`,
      '/** A loop that is whole, and those around it as far as they have come, the transaction first. */',
      'interface UnitOf<Type extends string, Loop extends string, Tree> {',
      '  type: Type;\n  /** `2300` */\n  loop: Loop;\n  tree: Tree;\n  around: readonly TreeObject[];\n}\n',
      '/** What is handed over of a transaction that is read as a stream; `type` and `loop` tell which it is. */',
      `export type DocumentUnit =\n  | ${this.#units().join('\n  | ')};\n`,
    ].join('\n');
  }

  #units(): string[] {
    const units = this.#guides.flatMap(({ type, root, units }) =>
      loopsIn(root)
        .filter(({ id }) => units.has(id))
        .map((use) => `UnitOf<'${type}', '${use.id}', ${this.#loop(use, type)}>`),
    );
    return [...new Set(units)];
  }

  #transaction(guide: Guide): string {
    const { type, id, root } = guide;
    const flow = flowOf(guide);
    const variant = /X\d+/.exec(id)?.[0] ?? '';
    const title = titles[`${type} ${flow}`] ?? titles[type] ?? `Transaction${type}`;
    const name = this.#declared.has(title) ? title + variant : title;
    const members = this.#members(root, type).filter((member) => member.name !== 'trailer');
    const literal = (called: string, text: string): Property => {
      return { name: called, isOptional: false, type: `'${text}'`, isList: false, source: '' };
    };
    const kind = [literal('type', type), ...(flow ? [literal('flow', flow)] : [])];
    this.#declare(name, `${type}, ${id}`, 'TransactionHead', [...kind, ...members]);
    return name;
  }

  /** Counts the shapes of each label, so that a label with one shape can be a name by itself. */
  #count(use: LoopUse): string {
    const inner = planOf(use).members.map((member): string =>
      member.use.kind === 'loop' ? `${member.name}{${this.#count(member.use)}}` : member.name,
    );
    const key = [...this.#opener(use), ...planOf(use).members]
      .map((one) => `${one.name}${'isOptional' in one ? one.isOptional : one.use.required}`)
      .concat(inner)
      .join();
    this.#shapesOf.set(use.label, (this.#shapesOf.get(use.label) ?? new Set()).add(key));
    return key;
  }

  #members(use: LoopUse, transaction: string): Property[] {
    return planOf(use).members.map(({ name, use: child, repeats }) => ({
      name,
      isOptional: !child.required,
      type: child.kind === 'loop' ? this.#loop(child, transaction) : this.#segment(child.id),
      isList: repeats,
      source: child.kind === 'loop' ? `loop ${child.id}` : described(child),
    }));
  }

  #loop(use: LoopUse, transaction: string): string {
    const { label, id } = use;
    const properties = [...this.#opener(use), ...this.#members(use, transaction)];
    const key = `${label}: ${properties.map((property) => written({ ...property, source: '' })).join()}`;
    const known = this.#loops.get(key);
    if (known !== undefined) return known;
    const plain = pascalCase(label);
    const isOnly = this.#shapesOf.get(label)?.size === 1;
    const name = this.#free([
      ...(isOnly ? [plain] : []),
      plain + transaction,
      plain + id,
      `${plain}${transaction}Loop${id}`,
    ]);
    this.#loops.set(key, name);
    this.#declare(name, label, 'LoopExtras', properties);
    return name;
  }

  /** The elements that a loop has of its first segment. What is counted when it is written may be absent. */
  #opener(use: LoopUse): Property[] {
    const { id, elements } = opener(use);
    const isCounted = id === 'HL' ? [1, 2, 4] : id === 'LX' ? [1] : [];
    const required = new Map(
      [...elements].map(([at, element]) => [at, element.required && !isCounted.includes(at)]),
    );
    return use.id === '' ? [] : this.#parts(segmentShape(id), required, id);
  }

  #segment(id: string): string {
    const { label = id } = segmentNames.get(id) ?? {};
    return this.#shared(`segment ${id}`, label, id, segmentShape(id), this.#merged.segments.get(id));
  }

  #composite(id: string, shape: Shape): string {
    const { label = id } = compositeNames.get(id) ?? {};
    return this.#shared(`composite ${id}`, label, id, shape, this.#merged.composites.get(id));
  }

  #shared(
    key: string,
    label: string,
    id: string,
    shape: Shape,
    used: ReadonlyMap<number, boolean> = new Map(),
  ): string {
    const known = this.#loops.get(key);
    if (known !== undefined) return known;
    const plain = pascalCase(label);
    const name = this.#free(plain in globals ? [`${plain}${id}`] : [plain, `${plain}${id}`]);
    this.#loops.set(key, name);
    // Its place, before those it is made of.
    this.#declared.set(name, '');
    this.#declare(name, `${label} (${id})`, undefined, this.#parts(shape, used, id));
    return name;
  }

  #parts(shape: Shape, required: ReadonlyMap<number, boolean>, id: string): Property[] {
    const used = shape.elements.filter(({ at }) => required.has(at));
    const names = new Set(used.map(({ name, list }) => list ?? name ?? ''));
    return [...names].flatMap((name): Property[] => {
      const elements = used.filter((element) => (element.list ?? element.name) === name);
      const [first] = elements;
      if (!first) return [];
      const isList = first.list !== undefined || first.repeats;
      return [
        {
          name,
          isOptional: !required.get(first.at),
          type:
            first.list !== undefined && first.name !== undefined
              ? this.#item(elements, required)
              : this.#value(first),
          isList,
          source:
            shape.extra === 'element' ? `${id}${String(first.at).padStart(2, '0')}` : `${id}-${first.at}`,
        },
      ];
    });
  }

  /** An object of several elements; what the first item has to have, all have. */
  #item(elements: readonly ElementShape[], required: ReadonlyMap<number, boolean>): string {
    const first = elements.filter(({ index }) => index === elements[0]?.index);
    const later = elements.filter(({ name }) => !first.some((one) => one.name === name));
    const members = [...first, ...later].map((element) => {
      const mark = first.includes(element) && required.get(element.at) ? '' : '?';
      return `${element.name}${mark}: ${this.#value(element)}`;
    });
    return `{ ${[...new Set(members)].join('; ')} }`;
  }

  #value({ parts, of }: ElementShape): string {
    return parts === undefined ? 'string' : this.#composite(of, parts);
  }

  #free(names: readonly string[]): string {
    const last = names.at(-1) ?? '';
    let name = names.find((one) => !this.#declared.has(one));
    for (let n = 2; name === undefined; n++) if (!this.#declared.has(`${last}No${n}`)) name = `${last}No${n}`;
    return name;
  }

  #declare(name: string, label: string, base: string | undefined, properties: readonly Property[]): void {
    const lines = properties.map((property) => `  ${written(property)}`);
    const head = `export interface ${name}${base === undefined ? '' : ` extends ${base}`} {`;
    this.#declared.set(name, [`/** ${label} */`, head, ...lines, '}\n'].join('\n'));
  }
}

/** Names that would hide something of the language. */
const globals: Readonly<Record<string, true>> = { Date: true, Object: true, Error: true };

function written({ name, isOptional, type, isList, source }: Property): string {
  const comment = source === '' ? '' : `/** ${source} */ `;
  return `${comment}${name}${isOptional ? '?' : ''}: ${type}${isList ? '[]' : ''};`;
}

function described({ id, key }: SegmentUse): string {
  return key && key.codes.size <= 3 ? `${id}*${[...key.codes].join(',')}` : id;
}
