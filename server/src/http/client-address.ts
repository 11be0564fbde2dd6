import type { Context } from 'hono';

/** The socket as the Node server hands it on; missing where the application is called without a network. */
interface Incoming {
  incoming?: { socket?: { remoteAddress?: string } };
}

/**
 * The address of the client: of the socket, or behind a TLS proxy the last one in `X-Forwarded-For`, which is the one
 * the proxy itself saw. What stands before it was written by the client and is not believed.
 */
export function clientAddress(c: Context, behindTls: boolean): string {
  const socket = (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (!behindTls) return networkOf(socket);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return networkOf(forwarded && isAddress(forwarded) ? forwarded : socket);
}

function isAddress(text: string): boolean {
  return text.length <= 45 && /^[0-9a-fA-F:.]+$/.test(text);
}

/** An IPv6 client owns a whole /64; IPv4 written as IPv6 is IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
