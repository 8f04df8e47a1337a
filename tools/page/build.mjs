// Builds the page: node build.mjs WASM INDEX. WASM is the folder of the module for JavaScript. INDEX becomes one file,
// which needs no server and no other file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [wasm, index] = process.argv.slice(2).map((path) => resolve(path));
const source = (name) => join(import.meta.dirname, 'src', name);

/** The module for JavaScript, with its bytes in the page instead of beside it. */
const module = {
  name: 'module',
  setup(plugin) {
    plugin.onResolve({ filter: /^stslint$/ }, () => ({ path: join(wasm, 'stslint.js') }));
    plugin.onResolve({ filter: /\/module_bytes\.js$/ }, () => ({ path: source('module_bytes.js') }));
    plugin.onResolve({ filter: /^stslint\.wasm\.gz$/ }, () => ({ path: join(wasm, 'stslint.wasm'), namespace: 'packed' }));
    plugin.onLoad({ filter: /.*/, namespace: 'packed' }, ({ path }) => ({
      contents: gzipSync(readFileSync(path), { level: 9 }),
      loader: 'base64',
    }));
  },
};
const shared = { bundle: true, minify: true, write: false, legalComments: 'none' };
const bundled = async (name, options) =>
  (await build({ ...shared, entryPoints: [source(name)], ...options })).outputFiles[0].text.trim();
const script = await bundled('main.js', { format: 'esm', target: 'es2022', charset: 'utf8', plugins: [module] });
const style = await bundled('style.css', {});

const hash = createHash('sha256').update(script).digest('base64');
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
  "style-src 'unsafe-inline'", // the editor makes its style sheets as it runs
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const parts = { POLICY: policy, STYLE: style, SCRIPT: script };
const page = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8');
writeFileSync(index, page.replace(/POLICY|STYLE|SCRIPT/g, (name) => parts[name]));
