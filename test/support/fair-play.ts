/** The calls that the player made to the key system, in order. */
export type FairPlayLog = string[];

const decodeText = (data: BufferSource) => new TextDecoder().decode(data);
const encodeText = (text: string) => new TextEncoder().encode(text);

/** The content of the `sinf` box of an init segment (ISO/IEC 14496-12), as Safari passes it on, and the key id: the last 16 bytes. */
async function readSinf(initSegment: string): Promise<{ sinf: string; kid: string }> {
  const segment = String.fromCharCode(...new Uint8Array(await (await fetch(initSegment)).arrayBuffer()));
  const boxStart = segment.indexOf('sinf') - 4;
  const size = [...segment.slice(boxStart, boxStart + 4)].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
  const sinf = segment.slice(boxStart + 8, boxStart + size);
  return { sinf: btoa(sinf), kid: btoa(sinf.slice(-16)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') };
}

/**
 * Simulates FairPlay Streaming as WebKit offers it through Encrypted Media Extensions (https://www.w3.org/TR/encrypted-media/, with `sinf`
 * as the initialization data), in a browser that decrypts with ClearKey: `com.apple.fps` is available, the event `encrypted` contains a
 * `sinf` box in JSON, no licence request is generated before a certificate is set, and a licence makes the keys usable. With
 * `refusesCertificates`, it accepts no certificate. Resolves to the calls, and a function that restores the browser.
 */
export async function fakeFairPlay(initSegment: string, refusesCertificates = false): Promise<{ calls: FairPlayLog; restore: () => void }> {
  const calls: FairPlayLog = [];
  const { sinf, kid } = await readSinf(initSegment);
  const { requestMediaKeySystemAccess } = Navigator.prototype;
  const endOfFake = new AbortController();

  const fakeSession = (realSession: MediaKeySession, hasCertificate: () => boolean): MediaKeySession => {
    const { generateRequest, update } = realSession;
    return Object.assign(realSession, {
      async generateRequest(type: string, data: BufferSource) {
        calls.push(`request ${type}`);
        if (!hasCertificate()) throw new DOMException('There is no certificate.', 'InvalidStateError');
        if (!(JSON.parse(decodeText(data)) as { sinf: string[] }).sinf.includes(sinf))
          throw new TypeError('This is not a box of this video.');
        await generateRequest.call(realSession, 'keyids', encodeText(JSON.stringify({ kids: [kid] })));
      },
      update(licence: BufferSource) {
        calls.push('licence');
        return update.call(realSession, licence);
      }
    });
  };

  const fakeMediaKeys = (realKeys: MediaKeys): MediaKeys => {
    const { createSession } = realKeys;
    let certificate = '';
    return Object.assign(realKeys, {
      setServerCertificate(data: BufferSource) {
        certificate = decodeText(data);
        calls.push(`certificate: ${certificate}`);
        return refusesCertificates ? Promise.reject(new TypeError('This is not a certificate.')) : Promise.resolve(true);
      },
      createSession: (type?: MediaKeySessionType) => fakeSession(createSession.call(realKeys, type), () => certificate !== '')
    });
  };

  Navigator.prototype.requestMediaKeySystemAccess = async function (name, configurations) {
    calls.push(name);
    const requestedConfigurations = [...configurations];
    if (name !== 'com.apple.fps' || !requestedConfigurations.some(({ initDataTypes }) => initDataTypes?.includes('sinf')))
      throw new DOMException('This is only FairPlay.', 'NotSupportedError');
    const clearKeyConfigurations = requestedConfigurations.map((each) => ({ ...each, initDataTypes: ['keyids'] }));
    const realAccess = await requestMediaKeySystemAccess.call(this, 'org.w3.clearkey', clearKeyConfigurations);
    return {
      keySystem: name,
      getConfiguration: () => ({ ...realAccess.getConfiguration(), initDataTypes: ['sinf'] }),
      createMediaKeys: async () => fakeMediaKeys(await realAccess.createMediaKeys())
    };
  };

  const dispatchSinf = (event: Event) => {
    const { initDataType } = event as MediaEncryptedEvent;
    if (initDataType === 'sinf') return;
    event.stopImmediatePropagation();
    const initData = encodeText(JSON.stringify({ sinf: [sinf] })).buffer;
    event.target!.dispatchEvent(new MediaEncryptedEvent('encrypted', { initDataType: 'sinf', initData }));
  };
  window.addEventListener('encrypted', dispatchSinf, { capture: true, signal: endOfFake.signal });

  return {
    calls,
    restore() {
      endOfFake.abort();
      Navigator.prototype.requestMediaKeySystemAccess = requestMediaKeySystemAccess;
    }
  };
}
