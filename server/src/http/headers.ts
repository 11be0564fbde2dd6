import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';

/** What no page of ours uses, so that nothing smuggled into one can either. */
const unused = {
  accelerometer: false,
  camera: false,
  displayCapture: false,
  geolocation: false,
  gyroscope: false,
  magnetometer: false,
  microphone: false,
  midi: false,
  payment: false,
  screenWakeLock: false,
  usb: false,
  xrSpatialTracking: false,
} as const;

/**
 * The headers of every answer. Scripts come from our own files alone. Styles come from our files and from tags that
 * carry the nonce of their page, which the component library writes at run time. Text never becomes markup: pages
 * need Trusted Types, and the only policy there is refuses a `<` (`web/src/trusted-text.ts`).
 *
 * Source: W3C Content Security Policy Level 3; OWASP, HTTP Headers Cheat Sheet.
 */
export function safeHeaders(behindTls: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['default'],
      ...(behindTls ? { upgradeInsecureRequests: [] } : {}),
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: unused,
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: behindTls ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
  });
}
