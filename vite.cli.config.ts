import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { licenceFile, licences } from './scripts/licences.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The command line: the same kernels, bundled for Node with its worker beside it. */
export default defineConfig({
  publicDir: false,
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [licences('cli')],
  worker: { format: 'es' },
  build: {
    ssr: true,
    license: { fileName: licenceFile },
    ssrEmitAssets: true,
    target: 'node20',
    outDir: 'dist-cli',
    rollupOptions: {
      input: { regionlens: 'src/cli/regionlens.ts', caseWorker: 'src/cli/caseWorker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true },
});
