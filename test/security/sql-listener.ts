import type { Database } from '@superbill/server/db/connect';

/**
 * Hears the text of every statement that goes to the database; values that travel as parameters are not in it. A
 * value that stands in a text was put together with it, whatever the statement then did.
 */
export function listenToSql(pool: Database['pool']): { texts: string[]; stop(): void } {
  const texts: string[] = [];
  const connect = pool.connect.bind(pool);
  const heard = new WeakSet<object>();
  let listens = true;
  const listening = async () => {
    const client = await connect();
    if (!heard.has(client)) {
      heard.add(client);
      const query = client.query.bind(client);
      client.query = ((asked: unknown, ...rest: unknown[]) => {
        const text = typeof asked === 'string' ? asked : (asked as { text?: string }).text;
        if (listens && text !== undefined) texts.push(text);
        return (query as (...all: unknown[]) => unknown)(asked, ...rest);
      }) as typeof client.query;
    }
    return client;
  };
  pool.connect = listening as typeof pool.connect;
  return {
    texts,
    stop() {
      listens = false;
      pool.connect = connect as typeof pool.connect;
    },
  };
}
