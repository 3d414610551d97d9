/**
 * Listens on `port` and resolves to the port. If it is in use and `search` is set, tries the twenty ports after it. Rejects with the error of
 * the last one.
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, search: boolean }} options
 * @returns {Promise<number>}
 */
export async function listen(server, { port, host, search }) {
  for (let tried = port; ; tried += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(tried, host, () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : tried;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!search || !taken || tried >= port + 20) throw error;
    }
  }
}
