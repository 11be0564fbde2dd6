import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPayer, serveFolders } from '@superbill/payer';
import { headsFolder, keepHeads } from '@superbill/server/audit/heads';
import { openBreachedPasswords } from '@superbill/server/auth/breached-passwords';
import { settleRestore } from '@superbill/server/backup/cut-off';
import { upgradeDatabase } from '@superbill/server/backup/upgrade';
import { configuredBackups, keepUp } from '@superbill/server/backup/upkeep';
import { machineClock } from '@superbill/server/clock';
import { configuredLanguageModel } from '@superbill/server/coding/language-model/configured';
import { type Database, openDatabase } from '@superbill/server/db/connect';
import { lockFolder } from '@superbill/server/db/lock';
import { StartError } from '@superbill/server/db/start-error';
import { readDisk } from '@superbill/server/disk';
import { folderExchange } from '@superbill/server/files/folder-exchange';
import { keepExchanging } from '@superbill/server/files/keep-exchanging';
import { handlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import { forgetAnswers, keepForgetting } from '@superbill/server/http/kept-answers';
import { publicUrl } from '@superbill/server/http/public-url';
import { serve } from '@superbill/server/http/serve';
import { bringKeyring } from '@superbill/server/keys/key-use';
import { sealClearRows } from '@superbill/server/keys/seal-rows';
import { createLog, describeFailure } from '@superbill/server/log';
import { keepMailing } from '@superbill/server/mail/keep-mailing';
import { configuredMailer } from '@superbill/server/mail/smtp-mailer';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import { keepDrawing } from '@superbill/server/reviews/keep-drawing';
import { keepProving } from '@superbill/server/system/proof';
import type { System } from '@superbill/server/work';
import { buildWeb, webKey } from '@superbill/web/build';
import { bringCodeSets } from './bring-code-sets.ts';
import { demoPassword } from './demo/demo-practice-setup.ts';
import { type DemoBill, demoPlans, loadDemo } from './demo/load-demo.ts';

export interface StartOptions {
  port: number;
  host: string;
  data: string;
  demo: boolean;
  /** A TLS proxy stands in front. */
  behindTls: boolean;
  onProgress(message: string): void;
}

export interface Running {
  url: string;
  /** Which code sets are in use, a line each, and how to import more. */
  codeSets: string[];
  demo: boolean;
  /** How many practices there are. */
  practices: number;
  /** The demo's bills, at the first start only: their links are not kept. */
  bills: DemoBill[];
  stop(): Promise<void>;
}

/** Days, not seconds, in the real world: in the box the payer pays this long after a claim file came in. */
const paysAfterMs = 3000;

/** Brings everything up in order and gives what stops it again; a failure on the way takes down what was up. */
export async function startSystem({
  port,
  host,
  data,
  demo,
  behindTls,
  onProgress,
}: StartOptions): Promise<Running> {
  const down: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of down.splice(0).reverse()) await step();
  };
  const languageModel = configuredLanguageModel(process.env);
  const address = publicUrl(process.env);
  const mailer = configuredMailer(process.env, join(data, 'mail'));
  // A list of leaked passwords that cannot be read is told now, not at the first invitation.
  await openBreachedPasswords(process.env).has('');
  try {
    const ownServer = Boolean(process.env.DATABASE_URL);
    const settled = await settleRestore(data, { now: machineClock.now(), ownServer });
    if (settled) onProgress(settled);
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const screens = bringScreens(data, onProgress);
    // Told where it is awaited: an early failure of the build must not go unheard while the database starts.
    screens.catch(() => {});
    const database = await bringDatabase(data, onProgress);
    down.push(() => database.close());
    const practices = await listOrganizations(database);
    const keyring = await bringKeyring(database.db, practices, process.env);
    const codeSets = bringCodeSets(data, onProgress);
    down.push(() => codeSets.stop());
    const log = createLog({ file: join(data, 'server.log') });
    const exchangeFolder = join(data, 'exchange');
    const exchange = folderExchange(exchangeFolder);
    const { folder, everyHours } = configuredBackups(process.env, data);
    const upkeep = keepUp({
      url: database.url,
      data,
      folder,
      everyHours,
      keyring,
      knownPassword: demoPassword,
      clock: machineClock,
      log,
    });
    down.push(() => upkeep.stop());
    const system: System = {
      db: database.db,
      clock: machineClock,
      codeSets: codeSets.store,
      exchange,
      keyring,
      mailer,
      languageModel,
      upkeep,
      disk: () => readDisk(data),
      log,
    };

    for (const organizationId of practices) {
      await forgetAnswers(system, organizationId);
      await sealClearRows(system, organizationId);
    }

    const payerState = join(data, 'payer');
    const demoMark = join(data, 'demo');
    let bills: DemoBill[] = [];
    if (demo && practices.length === 0) {
      bills = await loadDemo(system, payerState, onProgress);
      writeFileSync(demoMark, 'The demo practice is in this data directory.\n');
    }
    const isDemo = existsSync(demoMark);
    await codeSets.settled();
    const app = createApp(system, handlers, {
      secureCookies: behindTls,
      publicUrl: address,
      hosts: hostsIn(process.env.SUPERBILL_HOSTS),
    });
    const webFolder = await screens;
    const server = await serve(app, { port, host, webFolder }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new StartError(`Port ${port} is in use by another program. Choose another: --port N.`);
    });
    down.push(() => server.stop());
    if (isDemo) down.push(servePayer(payerState, exchangeFolder, log));
    const exchanging = keepExchanging(system);
    down.push(() => exchanging.stop());
    const drawing = keepDrawing(system);
    down.push(() => drawing.stop());
    const mailing = keepMailing(system);
    down.push(() => mailing.stop());
    const heads = keepHeads(system, headsFolder(data, process.env));
    down.push(() => heads.stop());
    const proving = keepProving(system);
    down.push(() => proving.stop());
    const forgetting = keepForgetting(system);
    down.push(() => forgetting.stop());
    return {
      url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${server.port}`,
      codeSets: codeSets.lines(),
      demo: isDemo,
      practices: (await listOrganizations(system)).length,
      bills,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The names the server answers to, as `Host` gives them; undefined answers to any. */
function hostsIn(setting: string | undefined): string[] | undefined {
  const hosts = (setting ?? '')
    .toLowerCase()
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean);
  return hosts.length > 0 ? hosts : undefined;
}

async function bringDatabase(data: string, onProgress: (message: string) => void): Promise<Database> {
  const url = process.env.DATABASE_URL;
  // The embedded server takes the folder's lock itself.
  const lock = url ? await lockFolder(data) : undefined;
  onProgress(url ? 'Connecting to your database' : 'Starting the database');
  const onCrash = (lastLines: string) => {
    console.error(`The database ended by itself.\n${lastLines}`);
    process.exit(1);
  };
  const database = await openDatabase({ url, data, onProgress, onCrash });
  try {
    await upgradeDatabase(database, { data, env: process.env, now: machineClock.now(), onProgress });
  } catch (error) {
    await database.close();
    throw error;
  }
  const close = async () => {
    await database.close();
    await lock?.release();
  };
  return { ...database, close };
}

/** The folder of the built screens; built anew only when their sources changed. */
async function bringScreens(data: string, onProgress: (message: string) => void): Promise<string> {
  const folder = join(data, 'screens');
  const keyFile = join(data, 'screens.key');
  const key = webKey();
  const built =
    existsSync(join(folder, 'index.html')) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key;
  if (!built) {
    await buildWeb({ outDir: folder, onProgress });
    writeFileSync(keyFile, key);
  }
  return folder;
}

/** Puts the demo's payers at the other end of the exchange folders; they pay a moment after a claim came in. */
function servePayer(stateDirectory: string, exchangeFolder: string, log: System['log']): () => Promise<void> {
  const { now, today } = machineClock;
  const payer = createPayer({ plans: demoPlans(), stateDirectory, now, today });
  const service = serveFolders(payer, exchangeFolder);
  const onError = (error: unknown) => log.error('payer', { failure: describeFailure(error) });
  let payday: NodeJS.Timeout | undefined;
  let stopped = false;
  let busy: Promise<void> = Promise.resolve();
  const tick = async () => {
    const answered = await service.poll();
    if (answered > 0) payday ??= setTimeout(pay, paysAfterMs);
  };
  const pay = () => {
    payday = undefined;
    busy = service.pay().then(() => {}, onError);
  };
  const loop = async (): Promise<void> => {
    await tick().catch(onError);
    if (!stopped) timer = setTimeout(loop, 500);
  };
  let timer: NodeJS.Timeout | undefined = setTimeout(loop, 0);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(payday);
    await busy;
    await service.stop();
    payer.close();
  };
}
