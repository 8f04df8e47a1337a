// The bytes of the module, which are part of the page: it works without a server.
import packed from 'stslint.wasm.gz';

export function moduleBytes() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}
