import { useEffect, useRef, useState } from 'react';

/** What somebody goes to the identity provider for, in a window of its own: the page they are on stays as it is. */
export const windowErrands = ['prove', 'unlock', 'link', 'again'] as const;
export type WindowErrand = (typeof windowErrands)[number];

/** The window tells the pages of this browser that the server took the answer. */
const channelName = 'superbill-provider';

export function tellErrandDone(errand: WindowErrand): void {
  const pages = new BroadcastChannel(channelName);
  pages.postMessage(errand);
  pages.close();
}

/** What the server wants to know of who left a page behind whose session may have ended meanwhile. */
export interface LeftBy {
  practice: string;
  user: string;
}

interface Options {
  errand: WindowErrand;
  leftBy?: LeftBy | undefined;
  /** The server took the answer, in that window or in another page's. */
  onDone: (errand: WindowErrand) => void;
}

/** Where the window begins: a page of ours, which asks the server for the way, so that the click itself opens it. */
function addressOf({ errand, leftBy }: Pick<Options, 'errand' | 'leftBy'>): string {
  return `/sign-in/provider?${new URLSearchParams({ for: errand, ...leftBy })}`;
}

/** Opens the window in which somebody goes to the identity provider, and tells when they are back. */
export function useProviderWindow({ errand, leftBy, onDone }: Options) {
  const [state, setState] = useState<'closed' | 'open' | 'blocked'>('closed');
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    const windows = new BroadcastChannel(channelName);
    windows.onmessage = ({ data }: MessageEvent<WindowErrand>) => {
      // A session that ended while it was locked is not unlocked but begun again.
      if (data !== errand && !(errand === 'unlock' && data === 'again')) return;
      setState('closed');
      latest.current(data);
    };
    return () => windows.close();
  }, [errand]);
  const address = addressOf({ errand, leftBy });
  return {
    state,
    address,
    open: () => setState(window.open(address, 'superbill-provider', size) ? 'open' : 'blocked'),
  };
}

const size = 'popup,width=520,height=720';
