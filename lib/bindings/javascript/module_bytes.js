// The bytes of the module: from the file beside this one, in node and in browsers.

export async function moduleBytes() {
  const file = new URL('stslint.wasm', import.meta.url);
  return file.protocol === 'file:'
    ? (await import('node:fs/promises')).readFile(file)
    : (await fetch(file)).arrayBuffer();
}
