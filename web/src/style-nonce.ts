/** The nonce with which style tags made by the component library are let in (`server/src/http/headers.ts`). */
export function styleNonce(): string {
  return document.querySelector<HTMLElement>('meta[name=style-nonce]')?.nonce ?? '';
}

// What locks scrolling behind a dialog writes a style tag of its own and looks for its nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
