import { type ReactNode, useState } from 'react';
import { useSession } from '../api/use-session.ts';
import style from './app-shell.module.css';
import { CommandPalette } from './command-palette.tsx';
import { HatBadge } from './hat-badge.tsx';
import { KeyListener } from './key-listener.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { MainNav } from './main-nav.tsx';
import { PaletteButton } from './palette-button.tsx';
import { ProofBanner } from './proof-banner.tsx';
import { StatusLine } from './status-line.tsx';
import { undoLast } from './toast.tsx';
import { useKeys } from './use-keys.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkControls } from './work-controls.tsx';

/** The frame of the staff pages: practice, navigation, hat, palette; below, the page and one status line. */
export function AppShell({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const [navOpen, setNavOpen] = useState(false);
  const [quiet, setQuiet] = useState(false);
  useKeys([{ key: 'mod+z', does: 'Undo the last action', everywhere: true, run: undoLast }]);
  return (
    <div className={quiet ? `${style.shell} ${style.quiet}` : style.shell}>
      <a className={style.skip} href="#page">
        Skip to the page
      </a>
      <header className={style.header}>
        <button
          type="button"
          className={style.burger}
          aria-label="Navigation"
          aria-expanded={navOpen}
          onClick={() => setNavOpen(!navOpen)}
        >
          ☰
        </button>
        <span className={style.practice}>{session.organization.name}</span>
        <MainNav open={navOpen} onGone={() => setNavOpen(false)} />
        <div className={style.end}>
          <WorkControls onQuiet={setQuiet} />
          <PaletteButton />
          <HatBadge />
          <UserMenu />
        </div>
      </header>
      <ProofBanner />
      <main id="page" className={style.page} key={session.hat}>
        {children}
      </main>
      <StatusLine />
      <KeyListener />
      <KeysSheet />
      <CommandPalette />
    </div>
  );
}
