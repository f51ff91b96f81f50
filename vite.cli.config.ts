import { defineConfig } from 'vite';
import { itkReaders } from './scripts/itkReaders.ts';

/** The command line: the same kernels, bundled for Node with its worker beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [itkReaders()],
  worker: { format: 'es', plugins: () => [itkReaders()] },
  build: {
    ssr: true,
    ssrEmitAssets: true,
    target: 'node20',
    outDir: 'dist-cli',
    rollupOptions: {
      input: { regionlens: 'src/cli/regionlens.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true },
});
