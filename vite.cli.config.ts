import { defineConfig } from 'vite';

/** The command line: the same kernels, bundled for Node with its worker beside it. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-cli',
    rollupOptions: {
      input: { regionlens: 'src/cli/regionlens.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true },
});
