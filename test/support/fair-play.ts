/** The calls of the page to the key system, in order. */
export type FairPlayLog = string[];

const text = (data: BufferSource) => new TextDecoder().decode(data);
const bytes = (words: string) => new TextEncoder().encode(words);

/** The content of the `sinf` box of an init segment (ISO/IEC 14496-12), as Safari passes it on, and the key id: the last 16 bytes. */
async function readSinf(initSegment: string): Promise<{ sinf: string; kid: string }> {
  const segment = String.fromCharCode(...new Uint8Array(await (await fetch(initSegment)).arrayBuffer()));
  const at = segment.indexOf('sinf') - 4;
  const size = [...segment.slice(at, at + 4)].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
  const sinf = segment.slice(at + 8, at + size);
  return { sinf: btoa(sinf), kid: btoa(sinf.slice(-16)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') };
}

/**
 * FairPlay Streaming as WebKit offers it through Encrypted Media Extensions (https://www.w3.org/TR/encrypted-media/, with `sinf` as the
 * initialization data), in a browser whose ClearKey decrypts: `com.apple.fps` is available, `encrypted` carries a `sinf` box in JSON, no
 * request is made before a certificate is set, and a licence opens the session. With `refuses`, it accepts no certificate. Returns the
 * calls, and a function that restores the browser.
 */
export async function fakeFairPlay(initSegment: string, refuses = false): Promise<{ calls: FairPlayLog; restore: () => void }> {
  const calls: FairPlayLog = [];
  const { sinf, kid } = await readSinf(initSegment);
  const { requestMediaKeySystemAccess } = Navigator.prototype;
  const end = new AbortController();

  const session = (real: MediaKeySession, certified: () => boolean): MediaKeySession => {
    const { generateRequest, update } = real;
    return Object.assign(real, {
      async generateRequest(type: string, data: BufferSource) {
        calls.push(`request ${type}`);
        if (!certified()) throw new DOMException('There is no certificate.', 'InvalidStateError');
        if (!(JSON.parse(text(data)) as { sinf: string[] }).sinf.includes(sinf)) throw new TypeError('This is not a box of this video.');
        await generateRequest.call(real, 'keyids', bytes(JSON.stringify({ kids: [kid] })));
      },
      update(licence: BufferSource) {
        calls.push('licence');
        return update.call(real, licence);
      }
    });
  };

  const mediaKeys = (real: MediaKeys): MediaKeys => {
    const { createSession } = real;
    let certificate = '';
    return Object.assign(real, {
      setServerCertificate(data: BufferSource) {
        certificate = text(data);
        calls.push(`certificate: ${certificate}`);
        return refuses ? Promise.reject(new TypeError('This is not a certificate.')) : Promise.resolve(true);
      },
      createSession: (type?: MediaKeySessionType) => session(createSession.call(real, type), () => certificate !== '')
    });
  };

  Navigator.prototype.requestMediaKeySystemAccess = async function (name, configurations) {
    calls.push(name);
    const requested = [...configurations];
    if (name !== 'com.apple.fps' || !requested.some(({ initDataTypes }) => initDataTypes?.includes('sinf')))
      throw new DOMException('This is only FairPlay.', 'NotSupportedError');
    const plain = requested.map((each) => ({ ...each, initDataTypes: ['keyids'] }));
    const real = await requestMediaKeySystemAccess.call(this, 'org.w3.clearkey', plain);
    return {
      keySystem: name,
      getConfiguration: () => ({ ...real.getConfiguration(), initDataTypes: ['sinf'] }),
      createMediaKeys: async () => mediaKeys(await real.createMediaKeys())
    };
  };

  const dispatchSinf = (event: Event) => {
    const { initDataType } = event as MediaEncryptedEvent;
    if (initDataType === 'sinf') return;
    event.stopImmediatePropagation();
    const initData = bytes(JSON.stringify({ sinf: [sinf] })).buffer;
    event.target!.dispatchEvent(new MediaEncryptedEvent('encrypted', { initDataType: 'sinf', initData }));
  };
  window.addEventListener('encrypted', dispatchSinf, { capture: true, signal: end.signal });

  return {
    calls,
    restore() {
      end.abort();
      Navigator.prototype.requestMediaKeySystemAccess = requestMediaKeySystemAccess;
    }
  };
}
