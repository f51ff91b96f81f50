import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ZSTDDecoder } from '@thewtex/zstddec';
import type { Plugin } from 'vite';

const readers = ['nrrd', 'meta', 'mgh', 'gipl', 'vtk'];
const moduleName = 'virtual:itk-readers';
const cacheFolder = 'node_modules/.cache/itk-readers';

/**
 * Gives `virtual:itk-readers`: for each format the addresses of itk-wasm's script and WebAssembly, as files of
 * this build. The library would fetch them from a CDN and unpack them through a data: address, which our
 * content security policy forbids; so they are unpacked here.
 */
export function itkReaders(): Plugin {
  const pipelines = join(dirname(fileURLToPath(import.meta.resolve('@itk-wasm/image-io'))), 'pipelines');

  async function unpack(reader: string): Promise<Uint8Array> {
    const decoder = new ZSTDDecoder();
    await decoder.init();
    return decoder.decode(readFileSync(join(pipelines, `${reader}-read-image.wasm.zst`)));
  }

  return {
    name: 'itk-readers',
    // Before Vite's own resolveFileUrl, which gives the command line addresses below the file system's root.
    enforce: 'pre',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
    resolveFileUrl: ({ moduleId, relativePath }) =>
      moduleId === `\0${moduleName}`
        ? `new URL(${JSON.stringify(relativePath)}, import.meta.url).href`
        : null,
    async load(id) {
      if (id !== `\0${moduleName}`) return null;
      const entries = await Promise.all(
        readers.map(async (reader) => {
          const script = join(pipelines, `${reader}-read-image.js`);
          const wasm = await unpack(reader);
          if (this.environment.mode === 'build') {
            const emit = (name: string, source: string | Uint8Array) =>
              `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
            const scriptUrl = emit(`${reader}-read-image.js`, readFileSync(script, 'utf8'));
            return `${reader}: { script: ${scriptUrl}, wasm: ${emit(`${reader}-read-image.wasm`, wasm)} }`;
          }
          const unpacked = join(process.cwd(), cacheFolder, `${reader}-read-image.wasm`);
          mkdirSync(dirname(unpacked), { recursive: true });
          writeFileSync(unpacked, wasm);
          const address = (path: string) =>
            this.environment.config.consumer === 'server'
              ? pathToFileURL(path).href
              : `/${relative(process.cwd(), path)}`;
          return `${reader}: ${JSON.stringify({ script: address(script), wasm: address(unpacked) })}`;
        }),
      );
      return `export const readers = { ${entries.join(', ')} };`;
    },
  };
}
