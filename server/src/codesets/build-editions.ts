import { join } from 'node:path';
import {
  artifactVersion,
  assembleCpt,
  assembleEdition,
  assembleHcpcs,
  assemblyVersion,
  type CodeFile,
  closestEdition,
  type EditionData,
  editionPeriod,
  encodeEdition,
  type PcsFile,
  type Sourced,
  starterTerms,
  yearOf,
} from '@superbill/engines/codesets';
import { procedureSections, procedureVersion } from '@superbill/engines/codesets/pcs';
import { buildSearch, searchVersion } from '@superbill/engines/codesets/search';
import type { CodeSystem } from '@superbill/engines/model';
import {
  type ArtifactHeader,
  type Inputs,
  readArtifact,
  readHeader,
  sha256,
  writeArtifact,
} from './artifact-file.ts';
import { breathe } from './gather.ts';
import { readSource, type Source } from './sources.ts';
import type { StarterSource } from './starter.ts';

/** An edition to be, and the files it is put together from, its codes first. */
export interface EditionPlan {
  system: CodeSystem;
  edition: string;
  sources: Source[];
}

/** An edition that was put together, and what of older files no longer fitted. */
export interface BuiltEdition {
  system: CodeSystem;
  edition: string;
  codes: number;
  notesDropped: number;
  termsDropped: number;
}

// The order of terms in an edition: the index first, as it is looked up first.
const companions: readonly Source['kind'][] = [
  'tabular',
  'index',
  'external-cause',
  'neoplasm',
  'drug',
  'poa-exempt',
  'pcs-tables',
  'pcs-index',
  'pcs-definitions',
];

/** Which editions the imported files make, the newest first, each with the best file of every kind. */
export function planEditions(sources: readonly Source[]): EditionPlan[] {
  const from = ({ system, edition }: EditionPlan) => editionPeriod(system, edition)?.effectiveFrom ?? '';
  return sources
    .filter(holdsCodes)
    .map((codes) => {
      const best = companions.flatMap((kind) => closest(kind, codes, sources) ?? []);
      return { system: codes.system, edition: codes.edition, sources: [codes, ...best] };
    })
    .sort((a, b) => from(b).localeCompare(from(a)));
}

function holdsCodes(source: Source): source is Source & { system: CodeSystem } {
  return source.kind === 'order' || source.kind === 'hcpcs' || source.kind === 'cpt';
}

function closest(
  kind: Source['kind'],
  codes: Source & { system: CodeSystem },
  sources: readonly Source[],
): Source | undefined {
  const candidates = sources.filter((source) => source.system === codes.system && source.kind === kind);
  const names = candidates.map((source) => source.edition);
  // Notes and terms of another year still help; a list of exempt codes of another year would be wrong.
  const ownYear = names.filter((name) => yearOf(name) === yearOf(codes.edition));
  const edition = closestEdition(codes.system, codes.edition, kind === 'poa-exempt' ? ownYear : names);
  return candidates.find((source) => source.edition === edition);
}

export interface BuildOptions {
  directory: string;
  starter: StarterSource;
  /** Files already read in this import, by checksum. */
  read: Map<string, CodeFile>;
  onProgress?: ((message: string) => void) | undefined;
}

/** Builds the editions whose files, vocabulary or format changed, or whose own file is damaged. */
export async function buildEditions(
  plans: readonly EditionPlan[],
  options: BuildOptions,
): Promise<BuiltEdition[]> {
  const built: BuiltEdition[] = [];
  for (const plan of plans) {
    const inputs = inputsOf(plan, options.starter);
    const path = pathOf(options.directory, plan);
    const kept = inputsKept(() => readArtifact(path).header);
    if (kept?.files === inputs.files && kept.words === inputs.words) continue;
    options.onProgress?.(`Putting together ${plan.system} ${plan.edition}`);
    await breathe();
    const { data, ...dropped } = await assemble(plan, options);
    options.onProgress?.(
      `Indexing ${data.codes.length} codes and ${data.terms.length} terms of ${plan.edition}`,
    );
    await breathe();
    const search = buildSearch(data, options.starter.vocabulary);
    await breathe();
    const words = plan.system === 'icd10pcs' ? procedureSections(options.starter.procedures) : [];
    const more = new Map([...search, ...words]);
    await writeArtifact(path, data.edition, inputs, encodeEdition(data, more));
    built.push({ system: plan.system, edition: plan.edition, codes: data.edition.codes, ...dropped });
  }
  return built;
}

/** Names of files count as well, as they are shown. */
function inputsOf({ system, sources }: EditionPlan, starter: StarterSource): Inputs {
  const files = sources.map(({ kind, edition, name, sha256 }) => [kind, edition, name, sha256]);
  const procedures = system === 'icd10pcs' ? [procedureVersion] : [];
  return {
    files: sha256(JSON.stringify([artifactVersion, assemblyVersion, searchVersion, files, ...procedures])),
    // The starter set is of diagnoses; other systems take only the vocabulary from us.
    words: wordsOf(system, starter),
  };
}

function wordsOf(system: CodeSystem, { sha256: ofStarter, vocabulary, procedures }: StarterSource): string {
  if (system === 'icd10cm') return ofStarter;
  return sha256(JSON.stringify(system === 'icd10pcs' ? [vocabulary, procedures] : vocabulary));
}

/**
 * Whether every edition is made from the files that were imported and, unless `keepWords`, with our words as
 * they are now; as far as the headers tell, so quick enough for each start.
 */
export function areCurrent(
  plans: readonly EditionPlan[],
  { directory, starter, keepWords }: Pick<BuildOptions, 'directory' | 'starter'> & { keepWords: boolean },
): boolean {
  return plans.every((plan) => {
    const kept = inputsKept(() => readHeader(pathOf(directory, plan)));
    const inputs = inputsOf(plan, starter);
    return kept?.files === inputs.files && (keepWords || kept.words === inputs.words);
  });
}

function pathOf(directory: string, { system, edition }: EditionPlan): string {
  return join(directory, system, `${edition}.sbc`);
}

function inputsKept(read: () => ArtifactHeader): Inputs | undefined {
  try {
    return read().inputs;
  } catch {
    // Absent, damaged or of another version: each is cured by building it.
    return undefined;
  }
}

interface Assembled {
  data: EditionData;
  notesDropped: number;
  termsDropped: number;
}

async function assemble(plan: EditionPlan, options: BuildOptions): Promise<Assembled> {
  const files: { source: Source; file: CodeFile }[] = [];
  for (const source of plan.sources) {
    const file = options.read.get(source.sha256) ?? (await readSource(options.directory, source));
    options.read.set(source.sha256, file);
    files.push({ source, file });
  }
  const sourced = <T>({ edition, name }: Source, value: T): Sourced<T> => ({ edition, name, value });
  const [codes] = files;
  if (codes?.file.kind === 'hcpcs') {
    return { data: assembleHcpcs(sourced(codes.source, codes.file.value)), notesDropped: 0, termsDropped: 0 };
  }
  if (codes?.file.kind === 'cpt') {
    return { data: assembleCpt(sourced(codes.source, codes.file.value)), notesDropped: 0, termsDropped: 0 };
  }
  if (codes?.file.kind !== 'order') throw new TypeError(`${plan.edition} has no order file`);
  const indexes: Parameters<typeof assembleEdition>[0]['indexes'] = [];
  const pcs: Sourced<PcsFile>[] = [];
  const parts: Parameters<typeof assembleEdition>[0] = {
    pcs,
    order: sourced(codes.source, codes.file.value),
    indexes,
    // The starter set is of diagnoses.
    starter: plan.system === 'icd10cm' ? starterTerms(options.starter.set) : [],
  };
  for (const { source, file } of files.slice(1)) {
    if (file.kind === 'tabular') parts.tabular = sourced(source, file.value);
    else if (file.kind === 'poa-exempt') parts.poaExempt = sourced(source, file.value);
    else if (isPcsFile(file)) pcs.push(sourced(source, file));
    else if (isIndexFile(file)) indexes.push(sourced(source, file.value));
  }
  return assembleEdition(parts);
}

function isPcsFile(file: CodeFile): file is PcsFile {
  return file.kind === 'pcs-tables' || file.kind === 'pcs-index' || file.kind === 'pcs-definitions';
}

const indexKinds = ['index', 'external-cause', 'neoplasm', 'drug'] as const;

function isIndexFile(file: CodeFile): file is Extract<CodeFile, { kind: (typeof indexKinds)[number] }> {
  return indexKinds.some((kind) => kind === file.kind);
}
