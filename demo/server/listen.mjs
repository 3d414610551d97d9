/**
 * Listens on `port` and resolves to the port. If it is in use and `searchFreePort` is set, tries the twenty ports after it. If all are in
 * use, rejects with the error of the last one.
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, searchFreePort: boolean }} options
 * @returns {Promise<number>}
 */
export async function listen(server, { port, host, searchFreePort }) {
  for (let triedPort = port; ; triedPort += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(triedPort, host, () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : triedPort;
    } catch (error) {
      const isPortInUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!searchFreePort || !isPortInUse || triedPort >= port + 20) throw error;
    }
  }
}
