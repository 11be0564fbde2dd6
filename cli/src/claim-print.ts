import { writeFile } from 'node:fs/promises';
import {
  cms1500,
  type FormName,
  type FormOptions,
  formFor,
  type PaperForm,
  ub04,
} from '@superbill/engines/forms';
import type { Claim, Finding } from '@superbill/engines/model';
import { machineClock } from '@superbill/server/clock';
import { renderForms } from '@superbill/server/forms/render-form';
import { type Command, Option } from 'commander';
import { readClaimFile } from './claim-file.ts';
import type { Terminal } from './terminal.ts';

interface PrintOptions {
  form: FormName | 'auto';
  background: 'none' | 'proof';
  out: string;
  json?: true;
}

/** `superbill claim print`: claims on CMS-1500 and UB-04, as a PDF for pre-printed forms or for checking. */
export function addPrintCommand(claim: Command, terminal: Terminal): void {
  claim
    .command('print')
    .description('put claims on paper forms, as a PDF')
    .argument('<file>', 'an 837P or 837I file, a claim as JSON, or a list of claims as JSON')
    .addOption(
      new Option('--form <form>', "the form; auto takes the one of the claim's kind")
        .choices(['cms1500', 'ub04', 'auto'])
        .default('auto'),
    )
    .addOption(
      new Option('--background <background>', 'none for pre-printed forms, proof for blank paper')
        .choices(['none', 'proof'])
        .default('none'),
    )
    .requiredOption('--out <file.pdf>', 'where the PDF goes')
    .option('--json', 'one JSON value')
    .action((file: string, options: PrintOptions) => printFile(terminal, file, options));
}

/** A finding with the control number of its claim. */
type PlacedFinding = Finding & { claim: string };

interface Sheets {
  claim: string;
  form: PaperForm;
}

async function printFile(terminal: Terminal, file: string, options: PrintOptions): Promise<void> {
  const { claims, findings: read, problem } = await readClaimFile(file);
  if (problem !== undefined) return refuse(terminal, options, 'claim.unreadable', problem);
  const { sheets, refused } = layOut(terminal, claims, options, { on: machineClock.today() });
  if (sheets.length === 0) {
    return refuse(terminal, options, 'form.claim-kind', refused[0]?.message ?? `${file} holds no claim.`);
  }
  const pdf = await renderForms(
    sheets.map(({ form }) => form),
    { background: options.background },
  );
  const failure = await writeFile(options.out, pdf).catch(
    (error: NodeJS.ErrnoException) => error.code ?? 'failed',
  );
  if (failure) {
    return refuse(terminal, options, 'form.unwritable', `${options.out} cannot be written (${failure}).`);
  }
  const found = sheets.flatMap(({ claim, form }) =>
    form.findings.map((finding): PlacedFinding => ({ ...finding, claim })),
  );
  // A file's warnings are for `claim scrub`; what is wrong in it may be wrong on the paper.
  tell(terminal, options, sheets, [...read.filter(isError), ...refused, ...found]);
}

const isError = ({ severity }: Finding) => severity === 'error';

/** How many claims are laid out before the person hears of it. */
const heartbeat = 500;

function layOut(terminal: Terminal, claims: Claim[], { form: wanted }: PrintOptions, options: FormOptions) {
  const sheets: Sheets[] = [];
  const refused: PlacedFinding[] = [];
  for (const [index, claim] of claims.entries()) {
    const name = wanted === 'auto' ? (formFor(claim.kind) ?? 'cms1500') : wanted;
    const made = name === 'cms1500' ? cms1500(claim, options) : ub04(claim, options);
    if ('refusal' in made) refused.push(refusalOf(claim, made.refusal));
    else sheets.push({ claim: claim.controlNumber, form: made });
    if ((index + 1) % heartbeat === 0) terminal.err(`${index + 1} of ${claims.length} claims laid out …`);
  }
  return { sheets, refused };
}

function refusalOf(
  { controlNumber }: Claim,
  { code, message }: { code: string; message: string },
): PlacedFinding {
  return { rule: code, severity: 'error', at: 'kind', message, source: '', claim: controlNumber };
}

function tell(
  terminal: Terminal,
  { json, out }: PrintOptions,
  sheets: readonly Sheets[],
  findings: readonly (Finding & { claim?: string })[],
): void {
  if (json) {
    terminal.out(JSON.stringify({ file: out, claims: placesOf(sheets), findings }));
  } else {
    for (const { claim, severity, at, message, rule } of findings) {
      if (severity === 'info') continue;
      terminal.out(`${claim === undefined ? '' : `${claim}: `}${severity} at ${at}: ${message} [${rule}]`);
    }
    const pages = sheets.reduce((count, { form }) => count + form.pages, 0);
    terminal.out(`${plural(sheets.length, 'claim')} on ${plural(pages, 'page')}: ${out}`);
    const unsaid = findings.filter(({ severity }) => severity === 'info').length;
    if (unsaid > 0) {
      terminal.err(
        `${plural(unsaid, 'detail')} of the claims have no field on the forms; --json names them.`,
      );
    }
  }
  if (findings.some(isError)) terminal.exit(1);
}

/** Which pages of the PDF are which claim's. */
function placesOf(sheets: readonly Sheets[]) {
  let next = 1;
  return sheets.map(({ claim, form: { form, pages } }) => {
    const first = next;
    next += pages;
    return { claim, form, firstPage: first, pages };
  });
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function refuse(terminal: Terminal, { json }: PrintOptions, code: string, message: string): void {
  if (json) terminal.out(JSON.stringify({ error: { code, message } }));
  terminal.err(message);
  terminal.exit(2);
}
