import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

/**
 * Opens a headless browser that needs nothing but the installed packages: the binary, its libraries and
 * a font come out of one archive, once per version, into the system's temporary folder. Set
 * `SUPERBILL_TEST_BROWSER` to the path of another Chromium to use that one instead (the archive holds a
 * build for 64-bit Linux only).
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.SUPERBILL_TEST_BROWSER;
  if (own) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });

  const home = unpackOnce();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      HOME: home,
    },
  });
}

/** Several test files may start at once: each unpacks beside, the first to rename wins. */
function unpackOnce(): string {
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `superbill-browser-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(home)) return home;

  const draft = mkdtempSync(`${home}-`);
  const read = (name: string) => brotliDecompressSync(readFileSync(join(root, 'bin', name)));
  writeFileSync(join(draft, 'chromium'), read('chromium.br'), { mode: 0o755 });
  unpackTar(read('al2023.tar.br'), draft);
  unpackTar(read('fonts.tar.br'), draft);
  writeFileSync(join(draft, 'fonts.conf'), fontsConf(home));
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** Writes the plain files of a tar archive (POSIX.1-1988 ustar: 512-byte blocks, octal sizes). */
function unpackTar(tar: Buffer, into: string): void {
  for (let at = 0; at + 512 <= tar.length; ) {
    const field = (from: number, length: number) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = field(0, 100);
    if (name === '') return;
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const type = field(156, 1);
    if (type === '0' || type === '') {
      const path = join(into, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, tar.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

const fontsConf = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
