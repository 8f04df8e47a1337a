// A link that holds the payload and its settings: deflated, in the part of the address that browsers do not send.

const longest = 4 << 20; // of a payload
const longestCode = 1 << 20; // of a link; browsers refuse addresses of 2 MB

async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > longest) throw new Error('too long');
    parts.push(value);
  }
}

/** Returns the code of a state; null if it is too large. */
export async function written(state) {
  if (state.text.length > longest / 4) return null; // a character has up to three bytes, and quotes
  const bytes = await through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream('deflate-raw'));
  if (bytes.length > (longestCode / 4) * 3) return null;
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Returns the state of a link; null if it is damaged. */
export async function read(code) {
  try {
    const letters = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const state = JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))));
    return typeof state?.text === 'string' ? state : null;
  } catch {
    return null;
  }
}
